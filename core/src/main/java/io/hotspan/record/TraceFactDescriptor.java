package io.hotspan.record;

/**
 * Layout of the record that sets a fact about a whole trace: a tag, a metadata entry, its state and
 * so on. Its header's ordinal is 0: the trace stands in full, since the fact may come from any
 * thread.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |                   0                   |
 *      +---------------+-------+---------------------------------------+
 *    8 |                         Trace Id High                         |
 *   16 |                         Trace Id Low                          |
 *      +-------------------------------+-------------------------------+
 *   24 |             Kind              |        Length, bytes          |
 *      +-------------------------------+-------------------------------+
 *   32 |  Length bytes: the key, a string as a value; then the value  ...
 * </pre>
 *
 * <p>The kinds other than TAG and METADATA have an empty key. A value is a string or, for TAG, null
 * where the tag is deleted.
 */
public final class TraceFactDescriptor {
    public static final int KIND_TAG = 1;
    public static final int KIND_METADATA = 2;
    public static final int KIND_STATE = 3;
    public static final int KIND_REQUEST_PREVIEW = 4;
    public static final int KIND_RESPONSE_PREVIEW = 5;
    public static final int KIND_CLIENT_REQUEST_ID = 6;

    public static final int TRACE_HIGH_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int TRACE_LOW_OFFSET = TRACE_HIGH_OFFSET + Long.BYTES;
    public static final int KIND_OFFSET = TRACE_LOW_OFFSET + Long.BYTES;
    public static final int VALUE_LENGTH_OFFSET = KIND_OFFSET + Integer.BYTES;
    public static final int VALUE_OFFSET = VALUE_LENGTH_OFFSET + Integer.BYTES;

    private TraceFactDescriptor() {}
}
