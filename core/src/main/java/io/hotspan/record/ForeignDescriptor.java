package io.hotspan.record;

/**
 * Layout of a record about a span of another ring: it wraps one whole record. A thread that touches
 * a span of another thread writes so to its own ring, which alone it may write to.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |    Ordinal of the span over there     |
 *      +---------------+-------+-------+-------------------------------+
 *    8 |    Ring Number of the span    |           Reserved            |
 *      +-------------------------------+-------------------------------+
 *   16 |  The record, with a header of its own                        ...
 * </pre>
 */
public final class ForeignDescriptor {
    public static final int RING_NUMBER_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int RESERVED_OFFSET = RING_NUMBER_OFFSET + Integer.BYTES;
    public static final int RECORD_OFFSET = RESERVED_OFFSET + Integer.BYTES;

    private ForeignDescriptor() {}
}
