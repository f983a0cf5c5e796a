package io.hotspan.ring;

import io.hotspan.record.RecordDescriptor;

/**
 * Layout of a ring's file: what it is, the counters, and from byte 4096 on the records. Counters
 * that different threads write lie two cache lines apart.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +-------------------------------+-------------------------------+
 *    0 |       Magic "HRNG"            |         Format Version        |
 *      +-------------------------------+-------------------------------+
 *    8 |          Ring Number          |  Kind: 1 one writer, 2 many   |
 *      +-------------------------------+-------------------------------+
 *   16 |                  Capacity of the Records, bytes               |
 *   24 |                          Session Id                           |
 *   32 |                         Span Id Seed                          |
 *   40 |                        Trace High Seed                        |
 *   48 |                        Trace Low Seed                         |
 *   56 |                   Clock Anchor: Epoch Nanos                   |
 *   64 |                     Clock Anchor: Ticks                       |
 *      +---------------------------------------------------------------+
 *             producer's
 *  512 |                   Tail Position (committed)                   |
 *  520 |                     Last Span Ordinal                         |
 *      +---------------------------------------------------------------+
 *             producer's, seldom
 *  768 |                         Lost Spans                            |
 *  776 |                        Lost Records                           |
 *  784 |                    First Loss (ticks; 0: none)                |
 *  792 |                    Last Loss (ticks; 0: none)                 |
 *  800 |                    Waited for Room, nanos                     |
 *      +---------------------------------------------------------------+
 *             producers', many-writer rings only
 * 1024 |         Bytes Kept Free for the ENDs of Open Spans            |
 *      +---------------------------------------------------------------+
 *             drainer's
 * 1280 |                        Head Position                          |
 *      +---------------------------------------------------------------+
 * 4096 |                          Records                             ...
 * </pre>
 *
 * <p>The times of losses are those of the thread that has the ring; the counts are of all of them.
 *
 * <p>Positions grow for ever; a position modulo the capacity, a power of two, is an index. No
 * record wraps: PADDING fills the end of a lap.
 */
public final class RingDescriptor {
    public static final int MAGIC = 0x474E5248; // "HRNG" in little-endian bytes
    public static final int VERSION = 1;
    public static final int KIND_ONE_WRITER = 1;
    public static final int KIND_MANY_WRITERS = 2;

    public static final int MAGIC_OFFSET = 0;
    public static final int VERSION_OFFSET = MAGIC_OFFSET + Integer.BYTES;
    public static final int RING_NUMBER_OFFSET = VERSION_OFFSET + Integer.BYTES;
    public static final int KIND_OFFSET = RING_NUMBER_OFFSET + Integer.BYTES;
    public static final int CAPACITY_OFFSET = KIND_OFFSET + Integer.BYTES;
    public static final int SESSION_ID_OFFSET = CAPACITY_OFFSET + Long.BYTES;
    public static final int SPAN_ID_SEED_OFFSET = SESSION_ID_OFFSET + Long.BYTES;
    public static final int TRACE_HIGH_SEED_OFFSET = SPAN_ID_SEED_OFFSET + Long.BYTES;
    public static final int TRACE_LOW_SEED_OFFSET = TRACE_HIGH_SEED_OFFSET + Long.BYTES;
    public static final int ANCHOR_EPOCH_NANOS_OFFSET = TRACE_LOW_SEED_OFFSET + Long.BYTES;
    public static final int ANCHOR_TICKS_OFFSET = ANCHOR_EPOCH_NANOS_OFFSET + Long.BYTES;

    public static final int LINE_PAIR_BYTES = 256;
    public static final int TAIL_OFFSET = 2 * LINE_PAIR_BYTES;
    public static final int LAST_ORDINAL_OFFSET = TAIL_OFFSET + Long.BYTES;

    public static final int LOST_SPANS_OFFSET = TAIL_OFFSET + LINE_PAIR_BYTES;
    public static final int LOST_RECORDS_OFFSET = LOST_SPANS_OFFSET + Long.BYTES;
    public static final int FIRST_LOSS_OFFSET = LOST_RECORDS_OFFSET + Long.BYTES;
    public static final int LAST_LOSS_OFFSET = FIRST_LOSS_OFFSET + Long.BYTES;
    public static final int WAITED_NANOS_OFFSET = LAST_LOSS_OFFSET + Long.BYTES;

    public static final int KEPT_FREE_OFFSET = LOST_SPANS_OFFSET + LINE_PAIR_BYTES;
    public static final int HEAD_OFFSET = KEPT_FREE_OFFSET + LINE_PAIR_BYTES;

    public static final int RECORDS_OFFSET = 4096;

    public static final int MIN_CAPACITY_BYTES = 1 << 16;
    public static final int MAX_CAPACITY_BYTES = 1 << 30;

    private RingDescriptor() {}

    /** Longest record of a ring, as a share of its capacity: eight at the least fit. */
    public static int maxRecordBytes(final int capacityBytes) {
        return Math.min(capacityBytes / 8, RecordDescriptor.MAX_LENGTH_BYTES);
    }
}
