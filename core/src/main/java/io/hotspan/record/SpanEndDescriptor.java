package io.hotspan.record;

/**
 * Layout of the records that end a span. The third word is there only if something of the span was
 * dropped.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+---------------------------------------+
 *    8 |                  End (ticks of the writer's clock)            |
 *      +---------------------------------------------------------------+
 *   16 |          Dropped records of this span (optional)              |
 *      +---------------------------------------------------------------+
 * </pre>
 */
public final class SpanEndDescriptor {
    public static final int END_TICKS_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int LENGTH = END_TICKS_OFFSET + Long.BYTES;
    public static final int DROPPED_COUNT_OFFSET = LENGTH;
    public static final int LENGTH_WITH_DROPPED = DROPPED_COUNT_OFFSET + Long.BYTES;

    private SpanEndDescriptor() {}
}
