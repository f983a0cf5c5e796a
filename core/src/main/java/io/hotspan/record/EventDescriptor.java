package io.hotspan.record;

/**
 * Layout of the records that add an event to a span.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+---------------------------------------+
 *    8 |     Time (EVENT: ticks; EVENT_AT: nanoseconds since epoch)    |
 *      +-------------------------------+-------------------------------+
 *   16 |          Name Symbol          |        Length, bytes          |
 *      +-------------------------------+-------------------------------+
 *   24 |     Length bytes: a map in the binary form of values         ...
 * </pre>
 *
 * <p>Length 0: no attributes. Name symbol 0: the Length bytes hold the name, a string in the binary
 * form of values, and behind it the map.
 */
public final class EventDescriptor {
    public static final int TIME_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int NAME_SYMBOL_OFFSET = TIME_OFFSET + Long.BYTES;
    public static final int VALUE_LENGTH_OFFSET = NAME_SYMBOL_OFFSET + Integer.BYTES;
    public static final int VALUE_OFFSET = VALUE_LENGTH_OFFSET + Integer.BYTES;

    private EventDescriptor() {}
}
