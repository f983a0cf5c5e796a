package io.hotspan.recording;

/**
 * A primitive name of an open span. It holds a generation (the ordinal), so a handle whose span has
 * ended matches nothing ever again.
 *
 * <pre>
 *   63  62        54 53            40 39                                     0
 *  +---+------------+----------------+----------------------------------------+
 *  | S | Ring (9)   |   Slot (14)    |             Ordinal (40)               |
 *  +---+------------+----------------+----------------------------------------+
 * </pre>
 *
 * <p>S is set for a span that is open but not recorded (unsampled, or lost); ring and ordinal are
 * then one count of those, which begins anywhere. 0 names no span.
 */
public final class SpanHandle {
    /** Names no span; every call on it does nothing. */
    public static final long NONE = 0;

    static final int MAX_SLOTS = 1 << 14;
    static final int SLOT_SHIFT = 40;
    private static final int RING_SHIFT = 54;
    private static final int RING_BITS = 9;
    private static final long ORDINAL_MASK = (1L << SLOT_SHIFT) - 1;

    private SpanHandle() {}

    /** False for a span that is not sampled, that was lost, or for none. */
    public static boolean isRecorded(final long handle) {
        return handle > 0;
    }

    static long recorded(final int ringNumber, final int slot, final long ordinal) {
        return (long) ringNumber << RING_SHIFT | (long) slot << SLOT_SHIFT | ordinal;
    }

    static long unrecorded(final int slot, final long count) {
        return Long.MIN_VALUE
                | count << RING_SHIFT & ~Long.MIN_VALUE
                | (long) slot << SLOT_SHIFT
                | count >>> RING_BITS & ORDINAL_MASK;
    }

    static int slot(final long handle) {
        return (int) (handle >>> SLOT_SHIFT) & MAX_SLOTS - 1;
    }

    static long ordinal(final long handle) {
        return handle & ORDINAL_MASK;
    }
}
