package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A root that was not sampled, open on the measuring thread while it measures. */
@State(Scope.Thread)
public class UnsampledRoot {
    UnsampledTracer state;
    private Span root;

    @Setup(Level.Trial)
    public void open(final UnsampledTracer tracer) {
        state = tracer;
        root = state.tracer.startSpan(state.checkout);
    }

    @TearDown(Level.Trial)
    public void close() {
        root.close();
    }
}
