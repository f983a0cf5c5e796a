package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a span cost the thread that opens and closes it, while the drainer runs and nothing is
 * lost? Baseline: the two clock reads that every span needs. The peers' benchmarks have methods of
 * the same names.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar SpanBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class SpanBenchmark {
    private final RuntimeException declined = new IllegalStateException("card declined");

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    public void openCloseByName(final TracerState state) {
        try (Span span = state.tracer.startSpan("checkout")) {}
    }

    @Benchmark
    public void openCloseBlock(final TracerState state) {
        state.tracer.trace("checkout", (final Span span) -> {});
    }

    /** Below a span that stays open. */
    @Benchmark
    public void child(final OpenRoot root) {
        try (Span span = root.state.tracer.startSpan(root.state.child)) {}
    }

    @Benchmark
    public void openClose4Attr(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.setAttribute("user", "alice");
            span.setAttribute("currency", "Swiss franc (CHF)");
            span.setAttribute("amount", 1_299L);
            span.setAttribute("discount", 0.15);
        }
    }

    @Benchmark
    public void openClose4Attr1Event(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.setAttribute("user", "alice");
            span.setAttribute("currency", "Swiss franc (CHF)");
            span.setAttribute("amount", 1_299L);
            span.setAttribute("discount", 0.15);
            span.addEvent("paid");
        }
    }

    /** A root and its three children. */
    @Benchmark
    public void nested4(final TracerState state) {
        try (Span root = state.tracer.startSpan(state.checkout)) {
            try (Span first = state.tracer.startSpan(state.child)) {}
            try (Span second = state.tracer.startSpan(state.child)) {}
            try (Span third = state.tracer.startSpan(state.child)) {}
        }
    }

    /** An exception that was made before: its stack is walked, but not filled in. */
    @Benchmark
    public void exception(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.recordException(declined);
        }
    }

    @Benchmark
    public void disabled(final DisabledTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    /** Below a root that was not sampled. */
    @Benchmark
    public void unsampledChild(final UnsampledRoot root) {
        try (Span span = root.state.tracer.startSpan(root.state.child)) {}
    }
}
