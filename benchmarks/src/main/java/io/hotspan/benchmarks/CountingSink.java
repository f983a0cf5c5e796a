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
    private final Map<RingIdentity, Progress> rings = new HashMap<>();
    private long bytes;

    /** How far a ring has come. Not a boxed number: the gates on allocation see this thread too. */
    private static final class Progress {
        long endPosition;
        long recordedSpans;
        long lost;
        long waitedNanos;
    }

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
        final Progress progress = rings.computeIfAbsent(ring, key -> new Progress());
        final long expected = progress.endPosition;
        if (startPosition != expected) {
            throw new IllegalStateException(
                    "records lost or doubled: position "
                            + startPosition
                            + ", expected "
                            + expected);
        }
        next.append(ring, anchor, startPosition, records, index, lengthBytes);
        progress.endPosition = startPosition + lengthBytes;
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
        final Progress progress = rings.computeIfAbsent(ring, key -> new Progress());
        progress.recordedSpans = ringCounters.recordedSpans();
        progress.lost = ringCounters.lostSpans() + ringCounters.lostRecords();
        progress.waitedNanos = ringCounters.waitedNanos();
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
        return rings.values().stream().mapToLong(progress -> progress.recordedSpans).sum();
    }

    /** How long producers waited for room. */
    synchronized long waitedNanos() {
        return rings.values().stream().mapToLong(progress -> progress.waitedNanos).sum();
    }

    /** Spans and records that found no room. */
    synchronized long lost() {
        return rings.values().stream().mapToLong(progress -> progress.lost).sum();
    }
}
