package io.hotspan.benchmarks;

import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Takes every byte out of the rings, as the journal does, and keeps nothing: what remains of the
 * cost is the producer's and the drainer's. The counterpart of a peer's exporter that discards.
 */
class DiscardingSink implements BlockSink {
    private final byte[] copy = new byte[1 << 20];

    @Override
    public void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        records.getBytes(index, copy, 0, lengthBytes);
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
    public void counters(final RingIdentity ring, final RingCounters counters) {
        // nothing is read back
    }

    @Override
    public void close() {
        // nothing is kept open
    }
}
