package io.hotspan.block;

/**
 * Layout of the content of a {@link BlockKind#SYMBOLS} block. The first text has the id in the
 * block's header, and each further one the next id. Texts are UTF-8 and not padded.
 *
 * <pre>
 *  byte 0       1       2       3
 *      +-------+-------+-------+-------+
 *    0 |             Count             |
 *      +-------------------------------+
 *    4 |         Length, bytes         |  once for each text
 *      +-------------------------------+
 *      |             Text             ...
 *      +-------------------------------+
 * </pre>
 */
public final class SymbolsDescriptor {
    public static final int COUNT_OFFSET = 0;
    public static final int TEXTS_OFFSET = COUNT_OFFSET + Integer.BYTES;
    public static final int TEXT_HEADER_LENGTH = Integer.BYTES;

    private SymbolsDescriptor() {}
}
