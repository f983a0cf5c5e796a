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
    private static final long ARRAY_BASE_OFFSET = UnsafeApi.arrayBaseOffset(byte[].class);

    private Memory() {}

    public static long getLong(final long address) {
        return UnsafeApi.getLong(address);
    }

    public static int getInt(final long address) {
        return UnsafeApi.getInt(address);
    }

    public static void putLong(final long address, final long value) {
        UnsafeApi.putLong(address, value);
    }

    public static void putInt(final long address, final int value) {
        UnsafeApi.putInt(address, value);
    }

    public static long getLongAcquire(final long address) {
        return UnsafeApi.getLongAcquire(null, address);
    }

    public static void putLongRelease(final long address, final long value) {
        UnsafeApi.putLongRelease(null, address, value);
    }

    public static long getLongVolatile(final long address) {
        return UnsafeApi.getLongVolatile(null, address);
    }

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

    public static void copy(final long fromAddress, final long toAddress, final long lengthBytes) {
        UnsafeApi.copyMemory(fromAddress, toAddress, lengthBytes);
    }

    /** Copies from an array, which is no longer than the room at the address. */
    public static void copy(
            final byte[] from, final int fromIndex, final long toAddress, final int lengthBytes) {
        UnsafeApi.copyMemory(from, ARRAY_BASE_OFFSET + fromIndex, null, toAddress, lengthBytes);
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

    public static void zero(final long address, final long lengthBytes) {
        UnsafeApi.setMemory(address, lengthBytes, (byte) 0);
    }
}
