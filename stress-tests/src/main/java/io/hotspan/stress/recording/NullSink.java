package io.hotspan.stress.recording;

import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.util.List;
import org.agrona.DirectBuffer;

/** A sink that takes everything and keeps nothing. */
class NullSink implements BlockSink {
    @Override
    public void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {}

    @Override
    public void symbols(final int firstId, final List<String> texts) {}

    @Override
    public void value(
            final long sessionId,
            final long valueId,
            final long totalBytes,
            final long offset,
            final DirectBuffer part,
            final int index,
            final int lengthBytes) {}

    @Override
    public void counters(final RingIdentity ring, final RingCounters counters) {}

    @Override
    public void close() {}
}
