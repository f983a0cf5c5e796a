package io.hotspan.record;

/**
 * Layout of the record that a thread writes first when it begins to use a ring: the spans behind it
 * are that thread's, until the next such record.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |                   0                   |
 *      +---------------+-------+---------------------------------------+
 *    8 |                           Thread Id                           |
 *      +-------------------------------+-------------------------------+
 *   16 |           Reserved            |        Length, bytes          |
 *      +-------------------------------+-------------------------------+
 *   24 |  Length bytes: the thread's name, a string as a value        ...
 * </pre>
 */
public final class ThreadDescriptor {
    public static final int THREAD_ID_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int RESERVED_OFFSET = THREAD_ID_OFFSET + Long.BYTES;
    public static final int VALUE_LENGTH_OFFSET = RESERVED_OFFSET + Integer.BYTES;
    public static final int VALUE_OFFSET = VALUE_LENGTH_OFFSET + Integer.BYTES;

    private ThreadDescriptor() {}
}
