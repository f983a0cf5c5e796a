package io.hotspan.block;

import static io.hotspan.block.BlockDescriptor.*;

import io.hotspan.record.ClockAnchor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Reads blocks into one reused {@link Block}. It trusts no length: what is not a whole block with
 * the right checksum is answered with a reason, never with an exception. Source buffers are
 * little-endian. Not thread-safe.
 */
public final class BlockDecoder {
    /** What {@link #length} answers when there is no block. */
    public static final int NOT_A_BLOCK = -1;

    /** Bytes of a block that {@link #length} must see. */
    public static final int PREFIX_LENGTH = PAYLOAD_LENGTH_OFFSET + Integer.BYTES;

    private static final int MAX_HEADER_LENGTH = 4096;

    private final CRC32C crc = new CRC32C();
    private final LZ4SafeDecompressor decompressor =
            LZ4Factory.fastestInstance().safeDecompressor();
    private final Block block = new Block();
    private ByteBuffer content = ByteBuffer.allocateDirect(0);

    /** The block that was read last. */
    public Block block() {
        return block;
    }

    /**
     * Length of the block at an offset, told by its first {@link #PREFIX_LENGTH} bytes, or {@link
     * #NOT_A_BLOCK} if they cannot be a block's.
     */
    public static int length(final ByteBuffer source, final int offset) {
        final int headerLength = source.getShort(offset + HEADER_LENGTH_OFFSET);
        final int payloadLength = source.getInt(offset + PAYLOAD_LENGTH_OFFSET);
        return source.getInt(offset + MAGIC_OFFSET) == MAGIC
                        && headerLength >= HEADER_LENGTH
                        && headerLength <= MAX_HEADER_LENGTH
                        && payloadLength >= 0
                        && payloadLength <= MAX_READABLE_CONTENT_BYTES
                ? headerLength + payloadLength
                : NOT_A_BLOCK;
    }

    /** Version of the block at an offset. */
    public static int version(final ByteBuffer source, final int offset) {
        return source.getShort(offset + VERSION_OFFSET) & 0xFFFF;
    }

    /** Whether the checksum is right of the block at an offset that has this length. */
    public boolean isIntact(final ByteBuffer source, final int offset, final int length) {
        crc.reset();
        final ByteBuffer checked = source.duplicate();
        crc.update(checked.limit(offset + length).position(offset + VERSION_OFFSET));
        return (int) crc.getValue() == source.getInt(offset + CRC_OFFSET);
    }

    /**
     * Reads an intact block.
     *
     * @param length as told by {@link #length}
     * @return null if {@link #block()} is now the block, otherwise why it cannot be read
     */
    public String decode(final ByteBuffer source, final int offset, final int length) {
        final int headerLength = source.getShort(offset + HEADER_LENGTH_OFFSET);
        final int payloadLength = length - headerLength;
        final int contentLength = source.getInt(offset + UNCOMPRESSED_LENGTH_OFFSET);
        final String problem =
                unpack(
                        source.get(offset + COMPRESSION_OFFSET),
                        source,
                        offset + headerLength,
                        payloadLength,
                        contentLength);
        if (problem != null) {
            return problem;
        }
        final Block block = this.block;
        block.kind = BlockKind.ofCode(source.get(offset + KIND_OFFSET));
        block.sessionId = source.getLong(offset + SESSION_ID_OFFSET);
        block.writerId = source.getLong(offset + WRITER_ID_OFFSET);
        block.sequence = source.getLong(offset + SEQUENCE_OFFSET);
        block.anchor =
                new ClockAnchor(
                        source.getLong(offset + ANCHOR_EPOCH_NANOS_OFFSET),
                        source.getLong(offset + ANCHOR_TICKS_OFFSET));
        block.word64 = source.getLong(offset + START_POSITION_OFFSET);
        block.word72 = source.getLong(offset + SPAN_ID_SEED_OFFSET);
        block.word80 = source.getLong(offset + TRACE_HIGH_SEED_OFFSET);
        block.word88 = source.getLong(offset + TRACE_LOW_SEED_OFFSET);
        block.ringNumber = source.getInt(offset + RING_NUMBER_OFFSET);
        block.contentIndex = 0;
        block.contentLength = contentLength;
        block.content.wrap(content, 0, contentLength);
        return contentProblem();
    }

    private String unpack(
            final int compression,
            final ByteBuffer source,
            final int offset,
            final int payloadLength,
            final int contentLength) {
        if (compression == COMPRESSION_NONE) {
            if (payloadLength != contentLength) {
                return "lengths disagree: payload " + payloadLength + ", content " + contentLength;
            }
            ensureRoom(contentLength);
            content.put(0, source, offset, contentLength);
            return null;
        }
        if (compression != COMPRESSION_LZ4) {
            return "unknown compression " + compression;
        }
        // no LZ4 block unpacks to more than 255 times its length
        if (contentLength < 0
                || contentLength > Math.min(MAX_READABLE_CONTENT_BYTES, 255L * payloadLength)) {
            return "impossible content length " + contentLength;
        }
        ensureRoom(contentLength);
        try {
            final int unpacked =
                    decompressor.decompress(
                            source, offset, payloadLength, content, 0, contentLength);
            return unpacked == contentLength
                    ? null
                    : "unpacks to " + unpacked + " bytes instead of " + contentLength;
        } catch (final LZ4Exception e) {
            return "cannot be unpacked: " + e.getMessage();
        }
    }

    private void ensureRoom(final int contentLength) {
        if (content.capacity() < contentLength) {
            final int doubled = Math.min(MAX_READABLE_CONTENT_BYTES, 2 * content.capacity());
            content =
                    ByteBuffer.allocateDirect(Math.max(Math.max(contentLength, doubled), 1 << 16))
                            .order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Checks once what {@link Block}'s methods then rely on. */
    private String contentProblem() {
        final BlockKind kind = block.kind;
        if (kind == null) {
            return null; // of a later version; the caller skips it
        }
        final int length = block.contentLength;
        return switch (kind) {
            case SYMBOLS -> symbolsProblem(length);
            case COUNTERS -> lengthProblem(length >= CountersDescriptor.LENGTH);
            case FOOTER -> lengthProblem(length >= FooterDescriptor.LENGTH);
            case POSITIONS -> lengthProblem(length % PositionsDescriptor.ENTRY_LENGTH == 0);
            default -> null;
        };
    }

    private String lengthProblem(final boolean isPossible) {
        return isPossible ? null : "impossible content length " + block.contentLength;
    }

    private String symbolsProblem(final int contentLength) {
        final String problem = "symbols reach beyond the content";
        if (contentLength < SymbolsDescriptor.TEXTS_OFFSET) {
            return problem;
        }
        long offset = SymbolsDescriptor.TEXTS_OFFSET;
        final int count = content.getInt(SymbolsDescriptor.COUNT_OFFSET);
        for (int i = 0; i < count; i++) {
            if (offset + SymbolsDescriptor.TEXT_HEADER_LENGTH > contentLength) {
                return problem;
            }
            final int length = content.getInt((int) offset);
            offset += SymbolsDescriptor.TEXT_HEADER_LENGTH + (long) length;
            if (length < 0 || offset > contentLength) {
                return problem;
            }
        }
        return count < 0 ? problem : null;
    }
}
