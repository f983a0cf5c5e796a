package io.hotspan.benchmarks;

import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tracer that keeps the first bytes that come out of its rings, as they were in there. */
@State(Scope.Benchmark)
public class CapturingTracer extends TracerState {
    static final int CAPACITY_BYTES = 1 << 22;

    private final ByteBuffer content = ByteBuffer.allocateDirect(CAPACITY_BYTES);

    @Override
    BlockSink sink(final long sessionId) {
        return new CapturingSink(content);
    }

    /** What was kept; its position is at the end of it. To be read when all is drained. */
    ByteBuffer content() {
        return content;
    }

    private static final class CapturingSink extends DiscardingSink {
        private final ByteBuffer content;

        CapturingSink(final ByteBuffer content) {
            this.content = content;
        }

        @Override
        public void append(
                final RingIdentity ring,
                final ClockAnchor anchor,
                final long startPosition,
                final DirectBuffer records,
                final int index,
                final int lengthBytes) {
            final int kept = Math.min(lengthBytes, content.remaining());
            records.getBytes(index, content, kept);
        }
    }
}
