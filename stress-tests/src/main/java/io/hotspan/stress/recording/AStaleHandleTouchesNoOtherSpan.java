package io.hotspan.stress.recording;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.tracing.Context;
import io.hotspan.tracing.Span;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A thread asks a span of another thread for its context, which ends it meanwhile and opens others
 * in its place: the answer is that span's, or none; never another's, and never a mixture.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Asked before there was a span.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The span's own ids.")
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Another one has taken its place: no ids.")
@State
public class AStaleHandleTouchesNoOtherSpan {
    private static final SharedRecording RECORDING = new SharedRecording(new NullSink());

    private String spanId;
    private String traceId;
    private volatile Span shared;

    @Actor
    public void owner() {
        final Span span = RECORDING.tracer().startSpan("shared");
        spanId = span.spanId();
        traceId = span.traceId();
        shared = span;
        span.close();
        try (Span next = RECORDING.tracer().startSpan("in its place")) {
            RECORDING.tracer().startSpan("below").close();
        }
    }

    @Actor
    public void other(final II_Result result) {
        final Span span = shared;
        if (span != null) {
            final Context context = span.context();
            result.r1 = kind(context.spanId(), spanId);
            result.r2 = kind(context.traceId(), traceId);
        }
    }

    private static int kind(final String id, final String own) {
        if (id.isEmpty()) {
            return 2;
        }
        return id.equals(own) ? 1 : 3;
    }
}
