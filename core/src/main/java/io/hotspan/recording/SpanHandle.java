package io.hotspan.recording;

/**
 * A primitive name of an open span. It holds a generation (the ordinal, or a count), so a handle
 * whose span has ended matches nothing ever again.
 *
 * <pre>
 *   63  62        54 53            40 39                                     0
 *  +---+------------+----------------+----------------------------------------+
 *  | 0 | Ring (9)   |   Slot (14)    |             Ordinal (40)               |
 *  +---+------------+----------------+----------------------------------------+
 *  +---+-------------------------------------------------------+--------------+
 *  | 1 |                     Count (49)                        |  Slot (14)   |
 *  +---+-------------------------------------------------------+--------------+
 *   63  62                                                   14 13           0
 * </pre>
 *
 * <p>The second form is for a span that is open but not recorded (unsampled, or lost); its count is
 * one of those, and begins anywhere. 0 names no span.
 */
public final class SpanHandle {
    /** Names no span; every call on it does nothing. */
    public static final long NONE = 0;

    static final int MAX_SLOTS = 1 << 14;

    /** What the count of the spans that are not recorded grows by, in place in the handle. */
    static final long UNRECORDED_STEP = MAX_SLOTS;

    static final int SLOT_SHIFT = 40;
    private static final int RING_SHIFT = 54;
    private static final long ORDINAL_MASK = (1L << SLOT_SHIFT) - 1;

    private SpanHandle() {}

    /** False for a span that is not sampled, that was lost, or for none. */
    public static boolean isRecorded(final long handle) {
        return handle > 0;
    }

    /** The part that all handles of a ring's recorded spans have in common. */
    static long ring(final int ringNumber) {
        return (long) ringNumber << RING_SHIFT;
    }

    static long recorded(final long ring, final int slot, final long ordinal) {
        return ring | (long) slot << SLOT_SHIFT | ordinal;
    }

    /**
     * @param count a multiple of {@link #UNRECORDED_STEP}
     */
    static long unrecorded(final int slot, final long count) {
        return Long.MIN_VALUE | count | slot;
    }

    static int slot(final long handle) {
        return handle < 0 ? (int) handle & MAX_SLOTS - 1 : recordedSlot(handle);
    }

    /** As {@link #slot}, of a handle that {@link #isRecorded}. */
    static int recordedSlot(final long handle) {
        return (int) (handle >>> SLOT_SHIFT) & MAX_SLOTS - 1;
    }

    /** The ordinal of a handle that {@link #isRecorded}. */
    static long ordinal(final long handle) {
        return handle & ORDINAL_MASK;
    }
}
