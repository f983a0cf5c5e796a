package io.hotspan.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The bytes of the value being encoded, and how many of its parts were cut. On the heap, since a
 * string copies its bytes only into an array without a detour.
 */
final class ScratchBuffer {
    private static final int INITIAL_BYTES = 512;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    /** Valid up to {@link #length}; replaced when it grows. */
    byte[] bytes;

    int length;
    int cutCount;

    ScratchBuffer() {
        replaceBytes(new byte[INITIAL_BYTES]);
    }

    DirectBuffer view() {
        return view;
    }

    void reset() {
        length = 0;
        cutCount = 0;
        release();
    }

    /** Gives memory back that only a large value needs. */
    void release() {
        if (bytes.length > ValueLimits.RETAINED_BYTES) {
            replaceBytes(new byte[INITIAL_BYTES]);
        }
    }

    /** Whether nothing more is to be begun. */
    boolean isFull() {
        return length >= ValueLimits.CONTENT_BYTES;
    }

    /** Bytes that the next content may take. */
    int room() {
        return Math.max(0, ValueLimits.CONTENT_BYTES - length);
    }

    void ensure(final int moreBytes) {
        if (moreBytes > bytes.length - length) {
            grow(moreBytes);
        }
    }

    private void grow(final int moreBytes) {
        final int needed = Math.addExact(length, moreBytes);
        if (needed > ValueLimits.MAX_VALUE_BYTES) {
            throw new IllegalStateException(
                    "value too long: neededBytes="
                            + needed
                            + ", max="
                            + ValueLimits.MAX_VALUE_BYTES);
        }
        final int doubled = Math.min(2 * bytes.length, ValueLimits.MAX_VALUE_BYTES);
        replaceBytes(Arrays.copyOf(bytes, Math.max(needed, doubled)));
    }

    private void replaceBytes(final byte[] newBytes) {
        bytes = newBytes;
        view.wrap(newBytes);
    }

    void putByte(final int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    void putNull() {
        putByte(ValueDescriptor.NULL);
    }

    void putBoolean(final boolean value) {
        putByte(value ? ValueDescriptor.TRUE : ValueDescriptor.FALSE);
    }

    void putLong(final long value) {
        if ((value & ~ValueDescriptor.MAX_SMALL_LONG) == 0) {
            putByte(ValueDescriptor.SMALL_LONG_FORM | (int) value);
        } else {
            ensure(1 + ValueDescriptor.MAX_VARINT_BYTES);
            bytes[length++] = ValueDescriptor.LONG;
            putVarint(value << 1 ^ value >> (Long.SIZE - 1));
        }
    }

    /** Puts a double, which must be finite. */
    void putDouble(final double value) {
        ensure(1 + Double.BYTES);
        bytes[length] = ValueDescriptor.DOUBLE;
        LONGS.set(bytes, length + 1, Double.doubleToRawLongBits(value));
        length += 1 + Double.BYTES;
    }

    /** Puts a float, which must be finite. */
    void putFloat(final float value) {
        ensure(1 + Float.BYTES);
        bytes[length] = ValueDescriptor.FLOAT;
        INTS.set(bytes, length + 1, Float.floatToRawIntBits(value));
        length += 1 + Float.BYTES;
    }

    /** Puts a text of at most 63 characters, all Latin-1. */
    void putShortText(final String text) {
        final int chars = text.length();
        ensure(1 + chars);
        bytes[length++] = (byte) (ValueDescriptor.SHORT_TEXT_FORM | chars);
        putLatin1(text, chars);
    }

    /** Puts a text whose characters are all Latin-1. */
    void putLongText(final int tag, final String text) {
        final int chars = text.length();
        putSizedTag(tag, chars);
        putLatin1(text, chars);
    }

    @SuppressWarnings("deprecation") // it drops high bytes, of which there are none, and is fastest
    private void putLatin1(final String text, final int chars) {
        text.getBytes(0, chars, bytes, length);
        length += chars;
    }

    /** Begins a content of so many bytes, and makes room for it. */
    void putSizedTag(final int tag, final int contentBytes) {
        ensure(1 + ValueDescriptor.MAX_LENGTH_BYTES + contentBytes);
        bytes[length++] = (byte) tag;
        putVarint(contentBytes);
    }

    private void putVarint(final long value) {
        final byte[] bytes = this.bytes;
        int index = length;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[index++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[index++] = (byte) rest;
        length = index;
    }
}
