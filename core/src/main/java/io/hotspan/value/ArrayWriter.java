package io.hotspan.value;

/** Writes arrays: lists of their elements, but {@code byte[]}, which is bytes. */
final class ArrayWriter {
    private final ValueWriter writer;
    private final NumberWriter numbers;
    private final ScratchBuffer out;

    ArrayWriter(final ValueWriter writer, final NumberWriter numbers) {
        this.writer = writer;
        this.numbers = numbers;
        this.out = writer.out;
    }

    void write(final Object array) {
        if (array instanceof byte[] bytes) {
            writer.writeBytes(bytes);
        } else if (writer.open(array)) {
            out.putByte(ValueDescriptor.LIST);
            writeElements(array);
            out.putByte(ValueDescriptor.END);
            writer.close();
        }
    }

    private void writeElements(final Object array) {
        if (array instanceof Object[] objects) {
            writeObjects(objects);
        } else if (array instanceof int[] ints) {
            writeInts(ints);
        } else if (array instanceof long[] longs) {
            writeLongs(longs);
        } else if (array instanceof double[] doubles) {
            writeDoubles(doubles);
        } else if (array instanceof float[] floats) {
            writeFloats(floats);
        } else if (array instanceof boolean[] booleans) {
            writeBooleans(booleans);
        } else if (array instanceof short[] shorts) {
            writeShorts(shorts);
        } else {
            writeChars((char[]) array);
        }
    }

    private void writeObjects(final Object[] array) {
        for (int i = 0; i < array.length; i++) {
            if (isCut(i)) {
                return;
            }
            writer.write(array[i]);
        }
    }

    private void writeInts(final int[] array) {
        for (int i = 0; i < array.length; i++) {
            if (isCut(i)) {
                return;
            }
            out.putLong(array[i]);
        }
    }

    private void writeLongs(final long[] array) {
        for (int i = 0; i < array.length; i++) {
            if (isCut(i)) {
                return;
            }
            out.putLong(array[i]);
        }
    }

    private void writeDoubles(final double[] array) {
        for (int i = 0; i < array.length; i++) {
            if (isCut(i)) {
                return;
            }
            numbers.write(array[i]);
        }
    }

    private void writeFloats(final float[] array) {
        for (int i = 0; i < array.length; i++) {
            if (isCut(i)) {
                return;
            }
            numbers.write(array[i]);
        }
    }

    private void writeBooleans(final boolean[] array) {
        for (int i = 0; i < array.length; i++) {
            if (isCut(i)) {
                return;
            }
            out.putBoolean(array[i]);
        }
    }

    private void writeShorts(final short[] array) {
        for (int i = 0; i < array.length; i++) {
            if (isCut(i)) {
                return;
            }
            out.putLong(array[i]);
        }
    }

    private void writeChars(final char[] array) {
        for (int i = 0; i < array.length; i++) {
            if (isCut(i)) {
                return;
            }
            writer.texts.write(String.valueOf(array[i]));
        }
    }

    private boolean isCut(final int count) {
        if (out.isFull()) {
            writer.writeCut(Marks.elementsKept(count));
            return true;
        }
        return false;
    }
}
