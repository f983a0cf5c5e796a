package io.hotspan.stress.recording;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.tracing.Span;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** When flush returns, the span that its thread ended before is stored; others flush beside it. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Each found its own span stored.")
@State
public class FlushWaitsForWhatIsCommitted {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final EndedSpans STORED = new EndedSpans();
    private static final SharedRecording RECORDING = new SharedRecording(STORED);

    @Actor
    public void first(final II_Result result) {
        result.r1 = recordAndFlush();
    }

    @Actor
    public void second(final II_Result result) {
        result.r2 = recordAndFlush();
    }

    private static int recordAndFlush() {
        final Span span = RECORDING.tracer().startSpan("flushed");
        final long spanId = Long.parseUnsignedLong(span.spanId(), 16);
        span.close();
        try {
            final boolean flushed = RECORDING.recording().flush(LIMIT);
            return flushed && STORED.remove(spanId) ? 1 : 0;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
