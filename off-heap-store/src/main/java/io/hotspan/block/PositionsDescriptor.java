package io.hotspan.block;

/**
 * Layout of the content of a {@link BlockKind#POSITIONS} block: for each ring of the session that
 * has records in earlier segments, where they end. So recovery need not read what is older.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +-------+-------+-------+-------+-------+-------+-------+-------+
 *    0 |          Ring Number          |           Reserved            |  once for each ring
 *    8 |                         End Position                          |
 *      +---------------------------------------------------------------+
 * </pre>
 */
public final class PositionsDescriptor {
    public static final int RING_NUMBER_OFFSET = 0;
    public static final int END_POSITION_OFFSET = RING_NUMBER_OFFSET + Long.BYTES;
    public static final int ENTRY_LENGTH = END_POSITION_OFFSET + Long.BYTES;

    private PositionsDescriptor() {}
}
