package io.hotspan.record;

/**
 * Layout of the record that sets a span's status.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+-------+-------------------------------+
 *    8 | Code: 0 unset, 1 OK, 2 error  |        Length, bytes          |
 *      +-------------------------------+-------------------------------+
 *   16 |  Length bytes: the description, a string as a value          ...
 * </pre>
 */
public final class StatusDescriptor {
    public static final int UNSET = 0;
    public static final int OK = 1;
    public static final int ERROR = 2;

    public static final int CODE_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int VALUE_LENGTH_OFFSET = CODE_OFFSET + Integer.BYTES;
    public static final int VALUE_OFFSET = VALUE_LENGTH_OFFSET + Integer.BYTES;

    private StatusDescriptor() {}
}
