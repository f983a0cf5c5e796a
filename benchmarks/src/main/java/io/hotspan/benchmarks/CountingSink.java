package io.hotspan.benchmarks;

import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Counts what comes out of the rings, checks that no byte is missing or doubled, and hands it on.
 */
final class CountingSink implements BlockSink {
    private final BlockSink next;
    private final Map<RingIdentity, RingCounters> counters = new HashMap<>();
    private final Map<RingIdentity, Long> endPositions = new HashMap<>();
    private long bytes;

    CountingSink(final BlockSink next) {
        this.next = next;
    }

    @Override
    public void open() {
        next.open();
    }

    @Override
    public synchronized void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        final long expected = endPositions.getOrDefault(ring, 0L);
        if (startPosition != expected) {
            throw new IllegalStateException(
                    "records lost or doubled: position "
                            + startPosition
                            + ", expected "
                            + expected);
        }
        next.append(ring, anchor, startPosition, records, index, lengthBytes);
        endPositions.put(ring, startPosition + lengthBytes);
        bytes += lengthBytes;
    }

    @Override
    public void symbols(final int firstId, final List<String> texts) {
        next.symbols(firstId, texts);
    }

    @Override
    public void value(
            final long sessionId,
            final long valueId,
            final long totalBytes,
            final long offset,
            final DirectBuffer part,
            final int index,
            final int lengthBytes) {
        next.value(sessionId, valueId, totalBytes, offset, part, index, lengthBytes);
    }

    @Override
    public synchronized void counters(final RingIdentity ring, final RingCounters ringCounters) {
        next.counters(ring, ringCounters);
        counters.put(ring, ringCounters);
    }

    @Override
    public void close() {
        next.close();
    }

    /** Bytes of records taken. */
    synchronized long bytes() {
        return bytes;
    }

    /** Spans admitted to all rings, each with all its bytes taken. */
    synchronized long recordedSpans() {
        return counters.values().stream().mapToLong(RingCounters::recordedSpans).sum();
    }

    /** Spans and records that found no room. */
    synchronized long lost() {
        return counters.values().stream()
                .mapToLong(ring -> ring.lostSpans() + ring.lostRecords())
                .sum();
    }
}
