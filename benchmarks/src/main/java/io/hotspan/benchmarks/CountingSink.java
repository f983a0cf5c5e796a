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
 * Takes every byte out of the rings, as the journal does, and keeps only counts: what remains of
 * the cost is the producer's and the drainer's. The counterpart of a peer's exporter that discards.
 */
final class CountingSink implements BlockSink {
    private final byte[] copy = new byte[1 << 20];
    private final Map<RingIdentity, RingCounters> counters = new HashMap<>();
    private final Map<RingIdentity, Long> endPositions = new HashMap<>();

    @Override
    public synchronized void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        records.getBytes(index, copy, 0, lengthBytes);
        final long expected = endPositions.getOrDefault(ring, 0L);
        if (startPosition != expected) {
            throw new IllegalStateException(
                    "records lost or doubled: position "
                            + startPosition
                            + ", expected "
                            + expected);
        }
        endPositions.put(ring, startPosition + lengthBytes);
    }

    @Override
    public void symbols(final int firstId, final List<String> texts) {
        // nothing is read back
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
        part.getBytes(index, copy, 0, lengthBytes);
    }

    @Override
    public synchronized void counters(final RingIdentity ring, final RingCounters ringCounters) {
        counters.put(ring, ringCounters);
    }

    @Override
    public void close() {
        // nothing is kept open
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
