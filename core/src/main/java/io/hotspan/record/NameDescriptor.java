package io.hotspan.record;

/**
 * Layout of the record that gives a span another name; also used at once after a START whose name
 * has no symbol.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+-------+-------------------------------+
 *    8 |          Name Symbol          |        Length, bytes          |
 *      +-------------------------------+-------------------------------+
 *   16 |  Length bytes, if the symbol is 0: the name, as a value      ...
 * </pre>
 */
public final class NameDescriptor {
    public static final int NAME_SYMBOL_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int VALUE_LENGTH_OFFSET = NAME_SYMBOL_OFFSET + Integer.BYTES;
    public static final int VALUE_OFFSET = VALUE_LENGTH_OFFSET + Integer.BYTES;

    private NameDescriptor() {}
}
