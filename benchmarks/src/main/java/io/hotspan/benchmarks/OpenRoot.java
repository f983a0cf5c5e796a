package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A span that is open on the measuring thread while it measures. */
@State(Scope.Thread)
public class OpenRoot {
    TracerState state;
    private Span root;

    @Setup(Level.Trial)
    public void open(final TracerState tracer) {
        state = tracer;
        root = state.tracer.startSpan(state.checkout);
    }

    @TearDown(Level.Trial)
    public void close() {
        root.close();
    }
}
