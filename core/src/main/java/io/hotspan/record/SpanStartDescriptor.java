package io.hotspan.record;

/**
 * Layout of the records that open a span.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+---------------------------------------+
 *    8 |                 Start (ticks of the writer's clock)           |
 *      +-------------------------------+-------------------------------+
 *   16 |          Name Symbol          |          Type Symbol          |
 *      +-------------------------------+-------------------------------+
 *                       START_ROOT ends here: 24 bytes
 *      +-------------------------------+-------------------------------+
 *   24 |       Distance to Parent      |        Distance to Root       |
 *      +-------------------------------+-------------------------------+
 *                       START_CHILD ends here: 32 bytes
 *
 *      START_EXPLICIT has instead, 48 bytes in all:
 *      +---------------------------------------------------------------+
 *   24 |                         Trace Id High                         |
 *   32 |                         Trace Id Low                          |
 *   40 |                 Parent Span Id (0: a root span)               |
 *      +---------------------------------------------------------------+
 * </pre>
 *
 * <p>Distances are unsigned: the span's ordinal less the other's. The root of a START_CHILD is
 * always a START_ROOT of the same ring, so its trace id can be computed ({@link SpanIds}) without
 * having read that record. Name symbol 0: a NAME record follows. Type symbol 0: the type UNKNOWN,
 * or a later attribute tells it.
 */
public final class SpanStartDescriptor {
    public static final int START_TICKS_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int NAME_SYMBOL_OFFSET = START_TICKS_OFFSET + Long.BYTES;
    public static final int TYPE_SYMBOL_OFFSET = NAME_SYMBOL_OFFSET + Integer.BYTES;
    public static final int ROOT_LENGTH = TYPE_SYMBOL_OFFSET + Integer.BYTES;

    public static final int PARENT_DISTANCE_OFFSET = ROOT_LENGTH;
    public static final int ROOT_DISTANCE_OFFSET = PARENT_DISTANCE_OFFSET + Integer.BYTES;
    public static final int CHILD_LENGTH = ROOT_DISTANCE_OFFSET + Integer.BYTES;

    public static final int TRACE_HIGH_OFFSET = ROOT_LENGTH;
    public static final int TRACE_LOW_OFFSET = TRACE_HIGH_OFFSET + Long.BYTES;
    public static final int PARENT_SPAN_ID_OFFSET = TRACE_LOW_OFFSET + Long.BYTES;
    public static final int EXPLICIT_LENGTH = PARENT_SPAN_ID_OFFSET + Long.BYTES;

    /** Largest distance that a START_CHILD can tell; beyond, START_EXPLICIT is used. */
    public static final long MAX_DISTANCE = 0xFFFF_FFFFL;

    private SpanStartDescriptor() {}
}
