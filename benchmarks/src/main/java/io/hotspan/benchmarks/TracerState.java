package io.hotspan.benchmarks;

import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.Recording;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.ring.RingDirectory;
import io.hotspan.symbol.Symbol;
import io.hotspan.tracing.SpanHandles;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.time.Duration;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A tracer whose drainer runs, and which loses nothing: a producer that is faster than the drainer
 * waits, and the wait is in the figure. The run fails if a record was lost all the same.
 */
@State(Scope.Benchmark)
public class TracerState {
    Recording recording;
    Tracer tracer;
    SpanHandles handles;
    Symbol checkout;
    Symbol child;
    Symbol amount;
    private CountingSink sink;

    @Setup(Level.Trial)
    public void open() throws IOException {
        sink = new CountingSink();
        recording =
                Recording.start(
                        RecordingSettings.builder()
                                .overloadPolicy(OverloadPolicy.WAIT)
                                .maxWait(Duration.ofSeconds(10))
                                .build(),
                        RingDirectory.create(0),
                        sink);
        tracer = new Tracer(recording);
        handles = tracer.handles();
        checkout = tracer.symbol("checkout");
        child = tracer.symbol("child");
        amount = tracer.symbol("amount");
    }

    @TearDown(Level.Trial)
    public void close() throws IOException, InterruptedException {
        if (!recording.flush(Duration.ofSeconds(10))) {
            throw new IllegalStateException("not drained after 10 s: no figure");
        }
        recording.close();
        if (sink.lost() != 0) {
            throw new IllegalStateException(sink.lost() + " records were lost: no figure");
        }
        System.out.printf("%n# %,d spans recorded, 0 lost%n", sink.recordedSpans());
    }
}
