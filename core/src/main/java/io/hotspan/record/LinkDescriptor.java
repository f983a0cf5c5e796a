package io.hotspan.record;

/**
 * Layout of the record that links a span to another one.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+---------------------------------------+
 *    8 |                  Trace Id High of the other                   |
 *   16 |                  Trace Id Low of the other                    |
 *   24 |                   Span Id of the other                        |
 *      +-------------------------------+-------------------------------+
 *   32 |           Reserved            |        Length, bytes          |
 *      +-------------------------------+-------------------------------+
 *   40 |     Length bytes: a map in the binary form of values         ...
 * </pre>
 */
public final class LinkDescriptor {
    public static final int TRACE_HIGH_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int TRACE_LOW_OFFSET = TRACE_HIGH_OFFSET + Long.BYTES;
    public static final int SPAN_ID_OFFSET = TRACE_LOW_OFFSET + Long.BYTES;
    public static final int RESERVED_OFFSET = SPAN_ID_OFFSET + Long.BYTES;
    public static final int VALUE_LENGTH_OFFSET = RESERVED_OFFSET + Integer.BYTES;
    public static final int VALUE_OFFSET = VALUE_LENGTH_OFFSET + Integer.BYTES;

    private LinkDescriptor() {}
}
