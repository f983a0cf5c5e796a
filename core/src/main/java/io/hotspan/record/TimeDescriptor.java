package io.hotspan.record;

/**
 * Layout of the record that gives a span a start or an end of the program's choosing; it overrides
 * what START and END tell.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+---------------------------------------+
 *    8 |                 Nanoseconds since the epoch                   |
 *      +-------------------------------+-------------------------------+
 *   16 |   Which: 0 start, 1 end       |           Reserved            |
 *      +-------------------------------+-------------------------------+
 * </pre>
 */
public final class TimeDescriptor {
    public static final int START = 0;
    public static final int END = 1;

    public static final int EPOCH_NANOS_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int WHICH_OFFSET = EPOCH_NANOS_OFFSET + Long.BYTES;
    public static final int LENGTH = WHICH_OFFSET + 2 * Integer.BYTES;

    private TimeDescriptor() {}
}
