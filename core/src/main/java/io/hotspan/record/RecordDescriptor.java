package io.hotspan.record;

/**
 * Layout that every record begins with, and the types there are. Records are little-endian and
 * aligned to 8 bytes; their header is one long, so that one store writes it and one store publishes
 * it.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +---------------+-------+---------------------------------------+
 *    0 | Length, words | Type  |        Span Ordinal (40 bits)         |
 *      +---------------+-------+---------------------------------------+
 *    8 |                            Body                              ...
 * </pre>
 *
 * <p>The length counts 8-byte words, the header included. The ordinal numbers the spans of a ring
 * from 1; it is 0 in records that belong to no span. A reader skips types that it does not know.
 */
public final class RecordDescriptor {
    public static final int WORD_BYTES = Long.BYTES;
    public static final int HEADER_LENGTH = Long.BYTES;

    /** Longest record that the header can tell: 65,535 words. */
    public static final int MAX_LENGTH_BYTES = 0xFFFF * WORD_BYTES;

    public static final long MAX_ORDINAL = (1L << 40) - 1;

    private static final int TYPE_SHIFT = Short.SIZE;
    private static final int ORDINAL_SHIFT = TYPE_SHIFT + Byte.SIZE;

    private RecordDescriptor() {}

    /** Packs a header. The length is a multiple of 8 up to {@link #MAX_LENGTH_BYTES}. */
    public static long header(final int lengthBytes, final int type, final long ordinal) {
        return ordinal << ORDINAL_SHIFT | (long) type << TYPE_SHIFT | lengthBytes >>> 3;
    }

    /** Length in bytes of the record that has this header. */
    public static int lengthBytes(final long header) {
        return ((int) header & 0xFFFF) << 3;
    }

    /** Type of the record that has this header: a constant of {@link RecordType}. */
    public static int type(final long header) {
        return (int) (header >>> TYPE_SHIFT) & 0xFF;
    }

    /** Ordinal of the span that the record with this header belongs to; 0 for none. */
    public static long ordinal(final long header) {
        return header >>> ORDINAL_SHIFT;
    }

    /** Rounds a length up to whole words. */
    public static int align(final int lengthBytes) {
        return (lengthBytes + (WORD_BYTES - 1)) & -WORD_BYTES;
    }
}
