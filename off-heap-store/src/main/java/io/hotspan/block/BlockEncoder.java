package io.hotspan.block;

import static io.hotspan.block.BlockDescriptor.*;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Makes blocks, one at a time, in a buffer of its own: {@link #begin} and then the method for the
 * kind, which returns the block's length. Nothing is allocated for a block of records. Not
 * thread-safe.
 */
public final class BlockEncoder {
    /** Below this, compression costs more than it saves. */
    private static final int MIN_COMPRESSIBLE_BYTES = 128;

    private final long sessionId;
    private final long writerId;
    private final boolean compresses;
    private final LZ4Compressor compressor;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer bytes;
    private final UnsafeBuffer block;

    /** Where content is gathered that does not lie in one buffer yet. */
    private final ByteBuffer stagedBytes;

    private final UnsafeBuffer staged;
    private int symbolCount;

    /**
     * An encoder of one writer's blocks.
     *
     * @param sessionId session that the content belongs to
     * @param writerId random; names the run of sequence numbers
     */
    public BlockEncoder(final long sessionId, final long writerId) {
        this(sessionId, writerId, true);
    }

    /**
     * As {@link #BlockEncoder(long, long)}, but one that can hurry.
     *
     * @param compresses whether time is spent to save room
     */
    public BlockEncoder(final long sessionId, final long writerId, final boolean compresses) {
        this.sessionId = sessionId;
        this.writerId = writerId;
        this.compresses = compresses;
        compressor = LZ4Factory.fastestInstance().fastCompressor();
        bytes =
                ByteBuffer.allocateDirect(
                        HEADER_LENGTH + compressor.maxCompressedLength(MAX_CONTENT_BYTES));
        block = new UnsafeBuffer(bytes);
        stagedBytes = ByteBuffer.allocateDirect(MAX_CONTENT_BYTES);
        staged = new UnsafeBuffer(stagedBytes);
    }

    /** The encoder's memory: the block that was made last begins at 0. */
    public UnsafeBuffer block() {
        return block;
    }

    /** Starts a block. */
    public void begin(final long sequence, final ClockAnchor anchor) {
        block.setMemory(0, HEADER_LENGTH, (byte) 0);
        block.putInt(MAGIC_OFFSET, MAGIC, LITTLE_ENDIAN);
        block.putShort(VERSION_OFFSET, (short) VERSION, LITTLE_ENDIAN);
        block.putShort(HEADER_LENGTH_OFFSET, (short) HEADER_LENGTH, LITTLE_ENDIAN);
        block.putLong(SESSION_ID_OFFSET, sessionId, LITTLE_ENDIAN);
        block.putLong(WRITER_ID_OFFSET, writerId, LITTLE_ENDIAN);
        block.putLong(SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        block.putLong(ANCHOR_EPOCH_NANOS_OFFSET, anchor.epochNanos(), LITTLE_ENDIAN);
        block.putLong(ANCHOR_TICKS_OFFSET, anchor.ticks(), LITTLE_ENDIAN);
    }

    /** Finishes a block of records; returns its length. */
    public int records(
            final RingIdentity ring,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        putRing(ring, startPosition);
        return finish(BlockKind.RECORDS, records, index, lengthBytes);
    }

    /** Finishes a block with a part of a long value; returns its length. */
    public int value(
            final long valueId,
            final long totalBytes,
            final long offset,
            final DirectBuffer part,
            final int index,
            final int lengthBytes) {
        block.putLong(VALUE_ID_OFFSET, valueId, LITTLE_ENDIAN);
        block.putLong(VALUE_TOTAL_LENGTH_OFFSET, totalBytes, LITTLE_ENDIAN);
        block.putLong(VALUE_PART_OFFSET, offset, LITTLE_ENDIAN);
        return finish(BlockKind.VALUE, part, index, lengthBytes);
    }

    /** Finishes a block of counters; returns its length. */
    public int counters(final RingIdentity ring, final RingCounters counters) {
        putRing(ring, 0);
        staged.putLong(
                CountersDescriptor.RECORDED_SPANS_OFFSET, counters.recordedSpans(), LITTLE_ENDIAN);
        staged.putLong(CountersDescriptor.LOST_SPANS_OFFSET, counters.lostSpans(), LITTLE_ENDIAN);
        staged.putLong(
                CountersDescriptor.LOST_RECORDS_OFFSET, counters.lostRecords(), LITTLE_ENDIAN);
        staged.putLong(
                CountersDescriptor.FIRST_LOSS_OFFSET, counters.firstLossNanos(), LITTLE_ENDIAN);
        staged.putLong(
                CountersDescriptor.LAST_LOSS_OFFSET, counters.lastLossNanos(), LITTLE_ENDIAN);
        staged.putLong(
                CountersDescriptor.WAITED_NANOS_OFFSET, counters.waitedNanos(), LITTLE_ENDIAN);
        return finish(BlockKind.COUNTERS, staged, 0, CountersDescriptor.LENGTH);
    }

    /**
     * Finishes a block with as many of the symbols {@code [from, size)} as fit; returns its length.
     * {@link #symbolCount()} then tells how many they are: at least one.
     *
     * @param firstId id of the text at {@code from}
     * @throws IllegalArgumentException if a single text is too long for a block
     */
    public int symbols(final int firstId, final List<String> texts, final int from) {
        int length = SymbolsDescriptor.TEXTS_OFFSET;
        symbolCount = 0;
        for (int i = from; i < texts.size(); i++) {
            final byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
            final int needed = SymbolsDescriptor.TEXT_HEADER_LENGTH + text.length;
            if (needed > MAX_CONTENT_BYTES - length) {
                break;
            }
            staged.putInt(length, text.length, LITTLE_ENDIAN);
            staged.putBytes(length + SymbolsDescriptor.TEXT_HEADER_LENGTH, text);
            length += needed;
            symbolCount++;
        }
        if (symbolCount == 0) {
            throw new IllegalArgumentException(
                    "symbol too long for a block: id="
                            + firstId
                            + ", maxBytes="
                            + MAX_CONTENT_BYTES);
        }
        staged.putInt(SymbolsDescriptor.COUNT_OFFSET, symbolCount, LITTLE_ENDIAN);
        block.putLong(FIRST_SYMBOL_ID_OFFSET, firstId, LITTLE_ENDIAN);
        return finish(BlockKind.SYMBOLS, staged, 0, length);
    }

    /** How many symbols the last block of symbols took. */
    public int symbolCount() {
        return symbolCount;
    }

    /**
     * Finishes a block that says where rings end; returns its length.
     *
     * @param endPositions by ring number; negative for a ring that has no records yet
     */
    public int positions(final long[] endPositions) {
        int length = 0;
        for (int ring = 0; ring < endPositions.length; ring++) {
            if (endPositions[ring] >= 0) {
                staged.putLong(length, ring, LITTLE_ENDIAN);
                staged.putLong(
                        length + PositionsDescriptor.END_POSITION_OFFSET,
                        endPositions[ring],
                        LITTLE_ENDIAN);
                length += PositionsDescriptor.ENTRY_LENGTH;
            }
        }
        return finish(BlockKind.POSITIONS, staged, 0, length);
    }

    /** Finishes the block that a segment begins with; returns its length. */
    public int segmentHeader(final String lines) {
        final byte[] text = lines.getBytes(StandardCharsets.UTF_8);
        staged.putBytes(0, text);
        return finish(BlockKind.SEGMENT_HEADER, staged, 0, text.length);
    }

    /** Finishes the block that ends a segment; returns its length. */
    public int footer(final long firstSequence, final long blockCount) {
        staged.putLong(FooterDescriptor.FIRST_SEQUENCE_OFFSET, firstSequence, LITTLE_ENDIAN);
        staged.putLong(FooterDescriptor.BLOCK_COUNT_OFFSET, blockCount, LITTLE_ENDIAN);
        return finish(BlockKind.FOOTER, staged, 0, FooterDescriptor.LENGTH);
    }

    private void putRing(final RingIdentity ring, final long startPosition) {
        block.putLong(START_POSITION_OFFSET, startPosition, LITTLE_ENDIAN);
        block.putLong(SPAN_ID_SEED_OFFSET, ring.spanIdSeed(), LITTLE_ENDIAN);
        block.putLong(TRACE_HIGH_SEED_OFFSET, ring.traceHighSeed(), LITTLE_ENDIAN);
        block.putLong(TRACE_LOW_SEED_OFFSET, ring.traceLowSeed(), LITTLE_ENDIAN);
        block.putInt(RING_NUMBER_OFFSET, ring.ringNumber(), LITTLE_ENDIAN);
    }

    private int finish(
            final BlockKind kind,
            final DirectBuffer content,
            final int index,
            final int lengthBytes) {
        int payloadLength = compress(content, index, lengthBytes);
        int compression = COMPRESSION_LZ4;
        if (payloadLength >= lengthBytes) {
            block.putBytes(HEADER_LENGTH, content, index, lengthBytes);
            payloadLength = lengthBytes;
            compression = COMPRESSION_NONE;
        }
        block.putByte(KIND_OFFSET, (byte) kind.code());
        block.putByte(COMPRESSION_OFFSET, (byte) compression);
        block.putInt(PAYLOAD_LENGTH_OFFSET, payloadLength, LITTLE_ENDIAN);
        block.putInt(UNCOMPRESSED_LENGTH_OFFSET, lengthBytes, LITTLE_ENDIAN);
        final int length = HEADER_LENGTH + payloadLength;
        crc.reset();
        crc.update(bytes.limit(length).position(VERSION_OFFSET));
        bytes.clear();
        block.putInt(CRC_OFFSET, (int) crc.getValue(), LITTLE_ENDIAN);
        return length;
    }

    /** Length after compression; the content's own length, at least, if it is not worth it. */
    private int compress(final DirectBuffer content, final int index, final int lengthBytes) {
        if (!compresses || lengthBytes < MIN_COMPRESSIBLE_BYTES) {
            return lengthBytes;
        }
        final ByteBuffer source = content.byteBuffer();
        if (source != null) {
            return compress(source, content.wrapAdjustment() + index, lengthBytes);
        }
        content.getBytes(index, stagedBytes, 0, lengthBytes);
        return compress(stagedBytes, 0, lengthBytes);
    }

    private int compress(final ByteBuffer source, final int offset, final int lengthBytes) {
        return compressor.compress(
                source,
                offset,
                lengthBytes,
                bytes,
                HEADER_LENGTH,
                bytes.capacity() - HEADER_LENGTH);
    }
}
