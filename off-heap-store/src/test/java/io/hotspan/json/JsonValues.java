package io.hotspan.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Arbitrary values as a journal holds them. Made by hand from a random number generator: jqwik's
 * own combinations of containers take exponential time when nested.
 */
public final class JsonValues {
    private static final String ALPHABET = "ab09 \u0000\u001f\n\"\\/\u007f\u2028é日._%";
    private static final int MAX_DEPTH = 4;

    private JsonValues() {}

    /** Scalars, and lists and maps of values, nested a little. */
    public static Arbitrary<Object> values() {
        return Arbitraries.randomValue(random -> value(random, MAX_DEPTH));
    }

    /** A value of any kind. */
    public static Object value(final Random random) {
        return value(random, MAX_DEPTH);
    }

    /** A map of values under arbitrary keys. */
    public static Map<String, Object> map(final Random random) {
        return map(random, MAX_DEPTH - 1);
    }

    /** Text of every kind: control characters, emoji, any character of Unicode's first plane. */
    public static String string(final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(random.nextInt(Character.MIN_SURROGATE));
            } else if (random.nextInt(8) == 0) {
                text.append("🎉");
            } else {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }

    private static Object value(final Random random, final int depth) {
        final int kinds = depth == 0 ? 9 : 13;
        return switch (random.nextInt(kinds)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> (long) random.nextInt(5) - 2;
            case 4 -> Double.longBitsToDouble(random.nextLong());
            case 5 -> random.nextInt(3) == 0 ? -0.0 : random.nextInt(1_000_000) / 100.0;
            case 6 -> new BigInteger(200, random);
            case 7 -> bytes(random);
            case 8 -> string(random);
            case 9, 10 -> list(random, depth - 1);
            default -> map(random, depth - 1);
        };
    }

    private static List<Object> list(final Random random, final int depth) {
        final List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(value(random, depth));
        }
        return list;
    }

    private static Map<String, Object> map(final Random random, final int depth) {
        final Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(string(random), value(random, depth));
        }
        return map;
    }

    private static byte[] bytes(final Random random) {
        final byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        return bytes;
    }
}
