package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.block.BlockDecoder;
import io.hotspan.block.BlockEncoder;
import io.hotspan.journal.Damage;
import io.hotspan.journal.DamageListener;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanIds;
import io.hotspan.ring.RingCounters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Blocks in memory, encoded as in a journal: a journal for tests. The offset of a block is its
 * place.
 */
final class BlockList implements BlockSource {
    /** Ticks and the epoch differ by this. */
    static final long EPOCH_NANOS = 1_700_000_000_000_000_000L;

    static final ClockAnchor ANCHOR = new ClockAnchor(EPOCH_NANOS, 0);

    private static final Path FILE = Path.of("blocks");

    private final List<byte[]> blocks = new ArrayList<>();
    private final Map<RingIdentity, Long> positions = new HashMap<>();
    private final Map<Long, BlockEncoder> encoders = new HashMap<>();
    private final Map<Long, Long> sequences = new HashMap<>();

    /** A ring of a session, with seeds of its own. */
    static RingIdentity ring(final long sessionId, final int number) {
        final long seed = 1_000_003 * sessionId + number;
        return new RingIdentity(sessionId, number, seed, ~seed, seed * 31);
    }

    static long spanId(final RingIdentity ring, final long ordinal) {
        return SpanIds.spanId(ring.spanIdSeed(), ordinal);
    }

    static long traceHigh(final RingIdentity ring, final long rootOrdinal) {
        return SpanIds.traceHigh(ring.traceHighSeed(), rootOrdinal);
    }

    static long traceLow(final RingIdentity ring, final long rootOrdinal) {
        return SpanIds.traceLow(ring.traceLowSeed(), rootOrdinal);
    }

    static io.hotspan.model.TraceId traceId(final RingIdentity ring, final long rootOrdinal) {
        return new io.hotspan.model.TraceId(
                traceHigh(ring, rootOrdinal), traceLow(ring, rootOrdinal));
    }

    int size() {
        return blocks.size();
    }

    /** Begins a segment. */
    BlockList header(final long sessionId) {
        return header(sessionId, "format=hotspan-journal\n");
    }

    BlockList header(final long sessionId, final String lines) {
        final BlockEncoder encoder = begin(sessionId, ANCHOR);
        add(encoder, encoder.segmentHeader(lines));
        return this;
    }

    BlockList positions(final long sessionId, final long... endPositions) {
        final BlockEncoder encoder = begin(sessionId, ANCHOR);
        add(encoder, encoder.positions(endPositions));
        return this;
    }

    BlockList symbols(final long sessionId, final int firstId, final String... texts) {
        final BlockEncoder encoder = begin(sessionId, ANCHOR);
        add(encoder, encoder.symbols(firstId, List.of(texts), 0));
        return this;
    }

    /** Records behind those that the ring has. */
    BlockList records(final RingIdentity ring, final RecordBytes records) {
        return records(ring, ANCHOR, records);
    }

    BlockList records(
            final RingIdentity ring, final ClockAnchor anchor, final RecordBytes records) {
        final long position = positions.getOrDefault(ring, 0L);
        return recordsAt(ring, anchor, position, records.buffer(), records.length());
    }

    BlockList recordsAt(final RingIdentity ring, final long position, final RecordBytes records) {
        return recordsAt(ring, ANCHOR, position, records.buffer(), records.length());
    }

    BlockList recordsAt(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long position,
            final DirectBuffer records,
            final int length) {
        positions.put(ring, position + length);
        final BlockEncoder encoder = begin(ring.sessionId(), anchor);
        add(encoder, encoder.records(ring, position, records, 0, length));
        return this;
    }

    /** The bytes of one record, in parts. */
    BlockList value(
            final long sessionId, final long valueId, final byte[] record, final int partBytes) {
        for (int offset = 0; offset < record.length; offset += partBytes) {
            final int length = Math.min(partBytes, record.length - offset);
            final BlockEncoder encoder = begin(sessionId, ANCHOR);
            add(
                    encoder,
                    encoder.value(
                            valueId,
                            record.length,
                            offset,
                            new UnsafeBuffer(record),
                            offset,
                            length));
        }
        return this;
    }

    /** One part, wherever it says it belongs. */
    BlockList valuePart(
            final long sessionId,
            final long valueId,
            final long totalBytes,
            final long offset,
            final byte[] part) {
        final BlockEncoder encoder = begin(sessionId, ANCHOR);
        add(
                encoder,
                encoder.value(valueId, totalBytes, offset, new UnsafeBuffer(part), 0, part.length));
        return this;
    }

    BlockList counters(
            final RingIdentity ring,
            final long recordedSpans,
            final long lostSpans,
            final long lostRecords) {
        final BlockEncoder encoder = begin(ring.sessionId(), ANCHOR);
        add(
                encoder,
                encoder.counters(
                        ring, new RingCounters(recordedSpans, lostSpans, lostRecords, 0, 0, 0)));
        return this;
    }

    BlockList footer(final long sessionId) {
        final BlockEncoder encoder = begin(sessionId, ANCHOR);
        add(encoder, encoder.footer(1, 1));
        return this;
    }

    /** Another process continues the session. */
    BlockList anotherWriter(final long sessionId) {
        encoders.put(sessionId, new BlockEncoder(sessionId, -sessionId));
        sequences.remove(sessionId);
        return this;
    }

    BlockList remove(final int index) {
        blocks.remove(index);
        return this;
    }

    BlockList repeat(final int index) {
        blocks.add(index + 1, blocks.get(index));
        return this;
    }

    BlockList damage(final int index) {
        final byte[] block = blocks.get(index).clone();
        block[block.length - 1] ^= 1;
        blocks.set(index, block);
        return this;
    }

    private BlockEncoder begin(final long sessionId, final ClockAnchor anchor) {
        final BlockEncoder encoder =
                encoders.computeIfAbsent(sessionId, id -> new BlockEncoder(id, id));
        encoder.begin(sequences.merge(sessionId, 1L, Long::sum), anchor);
        return encoder;
    }

    private void add(final BlockEncoder encoder, final int length) {
        final byte[] block = new byte[length];
        encoder.block().getBytes(0, block);
        blocks.add(block);
    }

    @Override
    public BlockCursor open(final DamageListener listener) {
        return new Cursor(listener);
    }

    @Override
    public boolean isOpen(final long sessionId) {
        return false;
    }

    @Override
    public boolean fetch(final List<BlockPlace> places, final byte[] bytes) {
        int done = 0;
        for (final BlockPlace place : places) {
            final Block block = decode(new BlockDecoder(), (int) place.offset());
            if (block == null) {
                return false;
            }
            block.content().getBytes(block.contentIndex(), bytes, done, block.contentLength());
            done += block.contentLength();
        }
        return done == bytes.length;
    }

    private Block decode(final BlockDecoder decoder, final int index) {
        final ByteBuffer bytes = ByteBuffer.wrap(blocks.get(index)).order(ByteOrder.LITTLE_ENDIAN);
        return decoder.isIntact(bytes, 0, bytes.capacity())
                        && decoder.decode(bytes, 0, bytes.capacity()) == null
                ? decoder.block()
                : null;
    }

    private final class Cursor implements BlockCursor {
        private final BlockDecoder decoder = new BlockDecoder();
        private final DamageListener listener;
        private int index = -1;
        private long bytesRead;

        Cursor(final DamageListener listener) {
            this.listener = listener;
        }

        @Override
        public Block next() {
            while (index + 1 < blocks.size()) {
                index++;
                bytesRead += blocks.get(index).length;
                final Block block = decode(decoder, index);
                if (block != null) {
                    return block;
                }
                listener.onDamage(new Damage(FILE, index, "a block's checksum is wrong"));
            }
            return null;
        }

        @Override
        public BlockPlace place() {
            return new BlockPlace(FILE, index);
        }

        @Override
        public long bytesRead() {
            return bytesRead;
        }

        @Override
        public void close() {}
    }
}
