package io.hotspan.record;

/**
 * Layout of the stand-in for a record that is too long for the ring. The record's bytes lie in a
 * file beside the ring, written before this record is committed, and go to the journal as value
 * blocks. The length in the header of that record is 0: it ends where its bytes end.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+---------------------------------------+
 *    8 |                           Value Id                            |
 *   16 |                        Length, bytes                          |
 *      +---------------------------------------------------------------+
 * </pre>
 */
public final class OutsizeDescriptor {
    public static final int VALUE_ID_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int LENGTH_BYTES_OFFSET = VALUE_ID_OFFSET + Long.BYTES;
    public static final int LENGTH = LENGTH_BYTES_OFFSET + Long.BYTES;

    private OutsizeDescriptor() {}
}
