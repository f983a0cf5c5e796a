package io.hotspan.stress.fuzz;

import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.agrona.DirectBuffer;

/** A sink that takes nothing: all stays in the rings. */
final class RefusingSink implements BlockSink {
    @Override
    public void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        throw refusal();
    }

    @Override
    public void symbols(final int firstId, final List<String> texts) {
        throw refusal();
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
        throw refusal();
    }

    @Override
    public void counters(final RingIdentity ring, final RingCounters counters) {
        throw refusal();
    }

    @Override
    public void close() {}

    private static UncheckedIOException refusal() {
        return new UncheckedIOException(new IOException("nothing is taken"));
    }
}
