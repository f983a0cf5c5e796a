package io.hotspan.replay;

import static io.hotspan.replay.BlockList.ANCHOR;

import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalWriter;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** A session that writes to a journal in files, for tests. */
final class WrittenJournal implements AutoCloseable {
    private final JournalWriter writer;
    private final long sessionId;
    private final Map<RingIdentity, Long> positions = new HashMap<>();

    WrittenJournal(final Path directory, final long sessionId, final long segmentBytes) {
        this.sessionId = sessionId;
        writer =
                JournalWriter.open(
                        directory,
                        JournalOptions.newBuilder()
                                .sessionId(sessionId)
                                .segmentBytes(segmentBytes)
                                .build());
    }

    WrittenJournal(final Path directory, final long sessionId) {
        this(directory, sessionId, 64 << 20);
    }

    RingIdentity ring(final int number) {
        return BlockList.ring(sessionId, number);
    }

    WrittenJournal symbols(final String... texts) {
        writer.symbols(1, List.of(texts));
        return this;
    }

    WrittenJournal records(final RingIdentity ring, final RecordBytes records) {
        final long position = positions.getOrDefault(ring, 0L);
        writer.append(ring, ANCHOR, position, records.buffer(), 0, records.length());
        positions.put(ring, position + records.length());
        return this;
    }

    WrittenJournal value(final long valueId, final byte[] record, final int partBytes) {
        for (int offset = 0; offset < record.length; offset += partBytes) {
            writer.value(
                    sessionId,
                    valueId,
                    record.length,
                    offset,
                    new UnsafeBuffer(record),
                    offset,
                    Math.min(partBytes, record.length - offset));
        }
        return this;
    }

    WrittenJournal counters(final RingIdentity ring, final long recordedSpans) {
        writer.counters(ring, new RingCounters(recordedSpans, 0, 0, 0, 0, 0));
        return this;
    }

    @Override
    public void close() {
        writer.close();
    }
}
