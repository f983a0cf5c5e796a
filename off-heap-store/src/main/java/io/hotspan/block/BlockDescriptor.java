package io.hotspan.block;

/**
 * Layout of the header that every block begins with; the payload follows it. Fields are
 * little-endian and aligned to their own size.
 *
 * <pre>
 *  byte 0       1       2       3       4       5       6       7
 *      +-------+-------+-------+-------+-------+-------+-------+-------+
 *    0 |        Magic ("HSBK")         |            CRC-32C            |
 *      +---------------+---------------+-------------------------------+
 *    8 |    Version    | Header Length |        Payload Length         |
 *      +-------+-------+---------------+-------------------------------+
 *   16 | Kind  |Compr. |   Reserved    |      Uncompressed Length      |
 *      +-------+-------+---------------+-------------------------------+
 *   24 |                          Session Id                           |
 *   32 |                           Writer Id                           |
 *   40 |                        Block Sequence                         |
 *      +---------------------------------------------------------------+
 *   48 |            Anchor: Time (nanos since the epoch)               |
 *   56 |            Anchor: Ticks (of the writer's clock)              |
 *      +---------------------------------------------------------------+
 *      | RECORDS, COUNTERS:            | VALUE:         | SYMBOLS:      |
 *   64 |  Start Position (RECORDS)     |  Value Id      |  First Id     |
 *   72 |  Span Id Seed                 |  Total Length  |               |
 *   80 |  Trace High Seed              |  Offset        |               |
 *   88 |  Trace Low Seed               |                |               |
 *      +-------------------------------+----------------+--------------+
 *   96 |          Ring Number          |           Reserved            |
 *      +-------------------------------+-------------------------------+
 *  104 |                            Payload                           ...
 * </pre>
 *
 * <p>The first 16 bytes mean the same in every version. The checksum covers everything behind
 * itself, from byte 8 to the end of the payload. A later version may lengthen the header: a reader
 * finds the payload by the header length. What a kind does not use is zero.
 *
 * <p>Sequence numbers count the blocks of one writer id from 1, across its segments. A block whose
 * storing failed is stored again under the same number, perhaps with other content.
 */
public final class BlockDescriptor {
    /** The letters HSBK in the file. */
    public static final int MAGIC = 'H' | 'S' << 8 | 'B' << 16 | 'K' << 24;

    /** Version that this code writes, and the newest that it reads. */
    public static final int VERSION = 1;

    public static final int MAGIC_OFFSET = 0;
    public static final int CRC_OFFSET = MAGIC_OFFSET + Integer.BYTES;
    public static final int VERSION_OFFSET = CRC_OFFSET + Integer.BYTES;
    public static final int HEADER_LENGTH_OFFSET = VERSION_OFFSET + Short.BYTES;
    public static final int PAYLOAD_LENGTH_OFFSET = HEADER_LENGTH_OFFSET + Short.BYTES;

    public static final int KIND_OFFSET = PAYLOAD_LENGTH_OFFSET + Integer.BYTES;
    public static final int COMPRESSION_OFFSET = KIND_OFFSET + Byte.BYTES;
    public static final int UNCOMPRESSED_LENGTH_OFFSET =
            COMPRESSION_OFFSET + Byte.BYTES + Short.BYTES;
    public static final int SESSION_ID_OFFSET = UNCOMPRESSED_LENGTH_OFFSET + Integer.BYTES;
    public static final int WRITER_ID_OFFSET = SESSION_ID_OFFSET + Long.BYTES;
    public static final int SEQUENCE_OFFSET = WRITER_ID_OFFSET + Long.BYTES;
    public static final int ANCHOR_EPOCH_NANOS_OFFSET = SEQUENCE_OFFSET + Long.BYTES;
    public static final int ANCHOR_TICKS_OFFSET = ANCHOR_EPOCH_NANOS_OFFSET + Long.BYTES;

    public static final int START_POSITION_OFFSET = ANCHOR_TICKS_OFFSET + Long.BYTES;
    public static final int SPAN_ID_SEED_OFFSET = START_POSITION_OFFSET + Long.BYTES;
    public static final int TRACE_HIGH_SEED_OFFSET = SPAN_ID_SEED_OFFSET + Long.BYTES;
    public static final int TRACE_LOW_SEED_OFFSET = TRACE_HIGH_SEED_OFFSET + Long.BYTES;
    public static final int RING_NUMBER_OFFSET = TRACE_LOW_SEED_OFFSET + Long.BYTES;

    public static final int VALUE_ID_OFFSET = START_POSITION_OFFSET;
    public static final int VALUE_TOTAL_LENGTH_OFFSET = SPAN_ID_SEED_OFFSET;
    public static final int VALUE_PART_OFFSET = TRACE_HIGH_SEED_OFFSET;
    public static final int FIRST_SYMBOL_ID_OFFSET = START_POSITION_OFFSET;

    public static final int HEADER_LENGTH = RING_NUMBER_OFFSET + Integer.BYTES + Integer.BYTES;

    /** The payload is as it was given. */
    public static final int COMPRESSION_NONE = 0;

    /** The payload is one raw LZ4 block. */
    public static final int COMPRESSION_LZ4 = 1;

    /** Longest content that a writer puts in a block, before compression. */
    public static final int MAX_CONTENT_BYTES = 1 << 20;

    /**
     * Longest content that a reader unpacks, room for later writers; no damaged length makes it
     * take more.
     */
    public static final int MAX_READABLE_CONTENT_BYTES = 16 << 20;

    private BlockDescriptor() {}
}
