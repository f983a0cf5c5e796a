package io.hotspan.record;

/**
 * Layout of the records that set an attribute of a span.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |             Span Ordinal              |
 *      +---------------+-------+-------+-------------------------------+
 *    8 |           Key Symbol          | Boolean (0, 1), or Length     |
 *      +-------------------------------+-------------------------------+
 *   16 |     Long, or double, or Length bytes of Latin-1 or of a value |
 *      +---------------------------------------------------------------+
 * </pre>
 *
 * <p>Key symbol 0 is used by ATTRIBUTE_VALUE alone: the Length bytes then hold the key, a string in
 * the binary form of values, and behind it the value. Inputs, outputs and the span type are
 * attributes with the keys of {@link ReservedKeys}.
 */
public final class AttributeDescriptor {
    public static final int KEY_SYMBOL_OFFSET = RecordDescriptor.HEADER_LENGTH;
    public static final int BOOLEAN_OFFSET = KEY_SYMBOL_OFFSET + Integer.BYTES;
    public static final int BOOLEAN_LENGTH = BOOLEAN_OFFSET + Integer.BYTES;

    public static final int NUMBER_OFFSET = BOOLEAN_LENGTH;
    public static final int NUMBER_LENGTH = NUMBER_OFFSET + Long.BYTES;

    public static final int VALUE_LENGTH_OFFSET = BOOLEAN_OFFSET;
    public static final int VALUE_OFFSET = NUMBER_OFFSET;

    private AttributeDescriptor() {}
}
