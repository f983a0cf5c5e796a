package io.hotspan.memory;

import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;

/**
 * Loads and stores at absolute addresses, the memory order in each method's name. Nothing is
 * checked: an address comes from a ring's claim, and the ring has checked it.
 *
 * <p>A thin layer over Agrona's {@link UnsafeApi}, which runs without warnings on JDK 17 to 25,
 * where {@code sun.misc.Unsafe} does not.
 */
public final class Memory {
    /** Longest copy of {@link #copyShort} that is no call. */
    public static final int SHORT_BYTES = 4 * Long.BYTES;

    private static final long ARRAY_BASE_OFFSET = UnsafeApi.arrayBaseOffset(byte[].class);

    private Memory() {}

    /** A plain load. */
    public static long getLong(final long address) {
        return UnsafeApi.getLong(address);
    }

    /** A plain load. */
    public static int getInt(final long address) {
        return UnsafeApi.getInt(address);
    }

    /** A plain store. */
    public static void putLong(final long address, final long value) {
        UnsafeApi.putLong(address, value);
    }

    /** A plain store. */
    public static void putInt(final long address, final int value) {
        UnsafeApi.putInt(address, value);
    }

    /** A load that no later load or store goes before. */
    public static long getLongAcquire(final long address) {
        return UnsafeApi.getLongAcquire(null, address);
    }

    /** A store that no earlier load or store goes behind. */
    public static void putLongRelease(final long address, final long value) {
        UnsafeApi.putLongRelease(null, address, value);
    }

    /** A load in the one order of all volatile accesses. */
    public static long getLongVolatile(final long address) {
        return UnsafeApi.getLongVolatile(null, address);
    }

    /** Stores a value if the expected one is there, as one volatile step; whether it did. */
    public static boolean compareAndSetLong(
            final long address, final long expected, final long value) {
        return UnsafeApi.compareAndSetLong(null, address, expected, value);
    }

    /** Adds atomically, and returns what was there before. */
    public static long getAndAddLong(final long address, final long delta) {
        return UnsafeApi.getAndAddLong(null, address, delta);
    }

    /** Keeps the stores before it before the stores behind it. */
    public static void storeStoreFence() {
        UnsafeApi.storeStoreFence();
    }

    /** Copies from one address to another. */
    public static void copy(final long fromAddress, final long toAddress, final long lengthBytes) {
        UnsafeApi.copyMemory(fromAddress, toAddress, lengthBytes);
    }

    /** Copies from an array, which is no longer than the room at the address. */
    public static void copy(
            final byte[] from, final int fromIndex, final long toAddress, final int lengthBytes) {
        UnsafeApi.copyMemory(from, ARRAY_BASE_OFFSET + fromIndex, null, toAddress, lengthBytes);
    }

    /**
     * As {@link #copy(byte[], int, long, int)} from the array's beginning, without a call for up to
     * {@value #SHORT_BYTES} bytes: two halves that overlap need no loop.
     */
    public static void copyShort(final byte[] from, final long toAddress, final int lengthBytes) {
        if (lengthBytes >= Long.BYTES) {
            if (lengthBytes > SHORT_BYTES) {
                copy(from, 0, toAddress, lengthBytes);
                return;
            }
            final int lastWord = lengthBytes - Long.BYTES;
            if (lengthBytes > 2 * Long.BYTES) {
                copyLong(from, Long.BYTES, toAddress);
                copyLong(from, lastWord - Long.BYTES, toAddress);
            }
            copyLong(from, 0, toAddress);
            copyLong(from, lastWord, toAddress);
        } else if (lengthBytes >= Integer.BYTES) {
            copyInt(from, 0, toAddress);
            copyInt(from, lengthBytes - Integer.BYTES, toAddress);
        } else if (lengthBytes > 0) {
            copyByte(from, 0, toAddress);
            copyByte(from, lengthBytes >> 1, toAddress);
            copyByte(from, lengthBytes - 1, toAddress);
        }
    }

    private static void copyLong(final byte[] from, final int index, final long toAddress) {
        putLong(toAddress + index, UnsafeApi.getLong(from, ARRAY_BASE_OFFSET + index));
    }

    private static void copyInt(final byte[] from, final int index, final long toAddress) {
        putInt(toAddress + index, UnsafeApi.getInt(from, ARRAY_BASE_OFFSET + index));
    }

    private static void copyByte(final byte[] from, final int index, final long toAddress) {
        UnsafeApi.putByte(toAddress + index, from[index]);
    }

    /** Copies from a buffer, on the heap or off it. */
    public static void copy(
            final DirectBuffer from,
            final int fromIndex,
            final long toAddress,
            final int lengthBytes) {
        UnsafeApi.copyMemory(
                from.byteArray(), from.addressOffset() + fromIndex, null, toAddress, lengthBytes);
    }

    /** Fills bytes with zero. */
    public static void zero(final long address, final long lengthBytes) {
        UnsafeApi.setMemory(address, lengthBytes, (byte) 0);
    }
}
