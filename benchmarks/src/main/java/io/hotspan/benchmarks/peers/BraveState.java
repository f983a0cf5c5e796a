package io.hotspan.benchmarks.peers;

import brave.Tracer;
import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import brave.sampler.Sampler;
import io.hotspan.benchmarks.harness.AllOpened;
import io.hotspan.benchmarks.harness.Counts;
import io.hotspan.benchmarks.harness.Ledger;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Brave with a handler that counts each span on its own thread and discards it. */
@State(Scope.Benchmark)
public class BraveState {
    /** What the benchmark's spans come from. */
    public Tracer tracer;

    private final AtomicLong spans = new AtomicLong();
    private Tracing tracing;

    @Setup(Level.Trial)
    public void open() {
        tracing =
                Tracing.newBuilder()
                        .localServiceName("benchmark")
                        .sampler(sampler())
                        .addSpanHandler(new CountingHandler(spans))
                        .build();
        tracer = tracing.tracer();
    }

    Sampler sampler() {
        return Sampler.ALWAYS_SAMPLE;
    }

    @TearDown(Level.Iteration)
    public void count(final AllOpened opened, final Counts counts) {
        Ledger.written(counts, opened, spans.get());
    }

    @TearDown(Level.Trial)
    public void close() {
        tracing.close();
    }

    private static final class CountingHandler extends SpanHandler {
        private final AtomicLong spans;

        CountingHandler(final AtomicLong spans) {
            this.spans = spans;
        }

        @Override
        public boolean end(final TraceContext context, final MutableSpan span, final Cause cause) {
            spans.lazySet(spans.get() + 1); // one thread writes
            return true;
        }
    }
}
