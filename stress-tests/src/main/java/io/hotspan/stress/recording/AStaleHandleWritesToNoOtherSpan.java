package io.hotspan.stress.recording;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.hotspan.tracing.Span;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A thread sets an attribute of a span of another thread, and closes it, while that one ends it and
 * opens another in its place. What is stored tells of the first span at the most, never of the
 * second; and each has one END, its owner's.
 */
@JCStressTest
@Outcome(id = "1, 0, 1, 0", expect = ACCEPTABLE, desc = "Too early, or too late: nothing is set.")
@Outcome(id = "1, 1, 1, 0", expect = ACCEPTABLE, desc = "In time: the first span has it.")
@State
public class AStaleHandleWritesToNoOtherSpan {
    private static final RecordsBySpan STORED = new RecordsBySpan();
    private static final SharedRecording RECORDING = new SharedRecording(STORED);

    private long firstId;
    private long secondId;
    private volatile Span shared;

    @Actor
    public void owner() {
        final Span first = RECORDING.tracer().startSpan("shared");
        firstId = Long.parseUnsignedLong(first.spanId(), 16);
        shared = first;
        first.close();
        try (Span second = RECORDING.tracer().startSpan("in its place")) {
            secondId = Long.parseUnsignedLong(second.spanId(), 16);
        }
    }

    @Actor
    public void other() {
        final Span span = shared;
        if (span != null) {
            span.setAttribute("from another thread", 1);
            span.close();
        }
    }

    /** ENDs, and records of the other thread: of the first span, and of the second. */
    @Arbiter
    public void stored(final IIII_Result result) {
        RECORDING.flush();
        final RecordsBySpan.Tally first = STORED.remove(firstId);
        final RecordsBySpan.Tally second = STORED.remove(secondId);
        result.r1 = first.ends();
        result.r2 = first.foreign();
        result.r3 = second.ends();
        result.r4 = second.foreign();
    }
}
