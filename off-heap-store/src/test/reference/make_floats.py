"""Writes numbers and their text in Python, one pair a line: the bits in hex, and json.dumps.

    python3 make_floats.py > ../resources/io/hotspan/json/python-floats.txt
"""

import json
import random
import struct

random.seed(20251022)
numbers = [1e22, 1e21, 1e17, 1e16, 9999999999999998.0, 1e15, 1e7, 9999999.0, 100.0, 10.0, 1.0, 0.1,
           1e-3, 9.99e-4, 1e-4, 9.9e-5, 1e-5, 0.0, -0.0, 2e23, 2e-3, 1 / 3, 5e-324, 1e-323, 1.5e-323,
           2e-323, 3e-323, 5e-323, 1e-322, 9.9e-322, 1e-321, 1.7976931348623157e308,
           2.2250738585072014e-308, 2.225073858507201e-308, 9007199254740993.0, 2.0**-44, 2.0**70]
numbers += [float(f"{random.randint(1, 9)}e{e}") for e in range(-323, 309, 7)]
numbers += [n * 5e-324 for n in range(1, 60)]
numbers += [round(random.uniform(-1e6, 1e6), random.randint(0, 6)) for _ in range(300)]
while len(numbers) < 1500:
    number = struct.unpack(">d", random.randbytes(8))[0]
    if number == number and abs(number) != float("inf"):
        numbers.append(number)
for number in numbers:
    print(struct.pack(">d", number).hex(), json.dumps(number))
