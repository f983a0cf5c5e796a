package io.hotspan.block;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One block that was read: a flyweight, valid until its reader moves on. Which of its fields mean
 * something depends on the {@link #kind()}; {@link BlockDescriptor} tells. Not thread-safe.
 */
public final class Block {
    /** Takes one text of a block of symbols. */
    @FunctionalInterface
    public interface SymbolConsumer {
        /** Called with each text, in the order of ids. */
        void symbol(int id, String text);
    }

    /** Takes one entry of a block of positions. */
    @FunctionalInterface
    public interface PositionConsumer {
        /** Called with each ring that has records in earlier segments. */
        void position(int ringNumber, long endPosition);
    }

    BlockKind kind;
    long sessionId;
    long writerId;
    long sequence;
    ClockAnchor anchor = new ClockAnchor(0, 0);
    long word64;
    long word72;
    long word80;
    long word88;
    int ringNumber;
    int contentIndex;
    int contentLength;
    final UnsafeBuffer content = new UnsafeBuffer(0, 0);

    private RingIdentity ring = new RingIdentity(0, 0, 0, 0, 0);

    Block() {}

    /** What the block holds. */
    public BlockKind kind() {
        return kind;
    }

    /** Session that the content belongs to. */
    public long sessionId() {
        return sessionId;
    }

    /** Who wrote it: names the run of {@link #sequence()}. */
    public long writerId() {
        return writerId;
    }

    /** Number of the block among those of its writer. */
    public long sequence() {
        return sequence;
    }

    /** Turns ticks in the content into time. */
    public ClockAnchor anchor() {
        return anchor;
    }

    /** Ring of a block of records or counters. */
    public RingIdentity ring() {
        if (ring.ringNumber() != ringNumber
                || ring.sessionId() != sessionId
                || ring.spanIdSeed() != word72
                || ring.traceHighSeed() != word80
                || ring.traceLowSeed() != word88) {
            ring = new RingIdentity(sessionId, ringNumber, word72, word80, word88);
        }
        return ring;
    }

    /** Position in its ring of the first byte of a block of records. */
    public long startPosition() {
        return word64;
    }

    /** Position in its ring behind the last byte of a block of records. */
    public long endPosition() {
        return word64 + contentLength;
    }

    /** Id of the long value that a block of kind VALUE has a part of. */
    public long valueId() {
        return word64;
    }

    /** Length of the whole value. */
    public long valueTotalBytes() {
        return word72;
    }

    /** Place of this part in the whole value. */
    public long valueOffset() {
        return word80;
    }

    /**
     * Holds the content: {@link #contentLength()} bytes from {@link #contentIndex()}, not
     * compressed.
     */
    public DirectBuffer content() {
        return content;
    }

    /** Where the content begins in {@link #content()}. */
    public int contentIndex() {
        return contentIndex;
    }

    /** Length of the content in bytes. */
    public int contentLength() {
        return contentLength;
    }

    /** Text of a segment's header. */
    public String text() {
        return content.getStringWithoutLengthUtf8(contentIndex, contentLength);
    }

    /** Hands out the texts of a block of symbols. */
    public void forEachSymbol(final SymbolConsumer consumer) {
        final int count = content.getInt(contentIndex, LITTLE_ENDIAN);
        int offset = contentIndex + SymbolsDescriptor.TEXTS_OFFSET;
        for (int i = 0; i < count; i++) {
            final int length = content.getInt(offset, LITTLE_ENDIAN);
            offset += SymbolsDescriptor.TEXT_HEADER_LENGTH;
            consumer.symbol((int) word64 + i, content.getStringWithoutLengthUtf8(offset, length));
            offset += length;
        }
    }

    /** What the ring had counted, of a block of counters. */
    public RingCounters counters() {
        return new RingCounters(
                contentLong(CountersDescriptor.RECORDED_SPANS_OFFSET),
                contentLong(CountersDescriptor.LOST_SPANS_OFFSET),
                contentLong(CountersDescriptor.LOST_RECORDS_OFFSET),
                contentLong(CountersDescriptor.FIRST_LOSS_OFFSET),
                contentLong(CountersDescriptor.LAST_LOSS_OFFSET),
                contentLong(CountersDescriptor.WAITED_NANOS_OFFSET));
    }

    /** Hands out the entries of a block of positions. */
    public void forEachPosition(final PositionConsumer consumer) {
        for (int offset = 0; offset < contentLength; offset += PositionsDescriptor.ENTRY_LENGTH) {
            consumer.position(
                    (int) contentLong(offset + PositionsDescriptor.RING_NUMBER_OFFSET),
                    contentLong(offset + PositionsDescriptor.END_POSITION_OFFSET));
        }
    }

    /** Sequence of the first block of the segment that this footer ends. */
    public long footerFirstSequence() {
        return contentLong(FooterDescriptor.FIRST_SEQUENCE_OFFSET);
    }

    /** Blocks of the segment that this footer ends, itself included. */
    public long footerBlockCount() {
        return contentLong(FooterDescriptor.BLOCK_COUNT_OFFSET);
    }

    /**
     * Drops records from the front, those that were read before.
     *
     * @param position where to begin; within the block
     */
    public void skipTo(final long position) {
        final int skippedBytes = (int) (position - word64);
        contentIndex += skippedBytes;
        contentLength -= skippedBytes;
        word64 = position;
    }

    private long contentLong(final int offset) {
        return content.getLong(contentIndex + offset, LITTLE_ENDIAN);
    }
}
