package io.hotspan.block;

/**
 * Layout of the content of a {@link BlockKind#FOOTER} block.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +-------+-------+-------+-------+-------+-------+-------+-------+
 *    0 |             Sequence of the Segment's First Block             |
 *    8 |                   Blocks, this one included                   |
 *      +---------------------------------------------------------------+
 * </pre>
 */
public final class FooterDescriptor {
    public static final int FIRST_SEQUENCE_OFFSET = 0;
    public static final int BLOCK_COUNT_OFFSET = FIRST_SEQUENCE_OFFSET + Long.BYTES;
    public static final int LENGTH = BLOCK_COUNT_OFFSET + Long.BYTES;

    private FooterDescriptor() {}
}
