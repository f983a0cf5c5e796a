package io.hotspan.block;

/**
 * Layout of the content of a {@link BlockKind#COUNTERS} block: what the ring in the block's header
 * counted since it was made, so that the newest block of a ring says it all.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +-------+-------+-------+-------+-------+-------+-------+-------+
 *    0 |                        Recorded Spans                         |
 *    8 |                          Lost Spans                           |
 *   16 |                         Lost Records                          |
 *   24 |            First Loss (ticks of the writer's clock)           |
 *   32 |                   Last Loss (the same)                        |
 *   40 |                  Time Producers Waited, nanos                 |
 *      +---------------------------------------------------------------+
 * </pre>
 */
public final class CountersDescriptor {
    public static final int RECORDED_SPANS_OFFSET = 0;
    public static final int LOST_SPANS_OFFSET = RECORDED_SPANS_OFFSET + Long.BYTES;
    public static final int LOST_RECORDS_OFFSET = LOST_SPANS_OFFSET + Long.BYTES;
    public static final int FIRST_LOSS_OFFSET = LOST_RECORDS_OFFSET + Long.BYTES;
    public static final int LAST_LOSS_OFFSET = FIRST_LOSS_OFFSET + Long.BYTES;
    public static final int WAITED_NANOS_OFFSET = LAST_LOSS_OFFSET + Long.BYTES;
    public static final int LENGTH = WAITED_NANOS_OFFSET + Long.BYTES;

    private CountersDescriptor() {}
}
