package io.hotspan.benchmarks.peers;

import brave.ScopedSpan;
import io.hotspan.benchmarks.harness.Opened;
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
 * What does a span of Brave cost its thread, with a handler that discards? Baseline: two clock
 * reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar BraveBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BraveBenchmark {
    private final RuntimeException declined = new IllegalStateException("card declined");

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final BraveState state, final Opened opened) {
        opened.add(1);
        state.tracer.startScopedSpan("checkout").finish();
    }

    @Benchmark
    public void openClose4Attr(final BraveState state, final Opened opened) {
        opened.add(1);
        final ScopedSpan span = state.tracer.startScopedSpan("checkout");
        describe(span);
        span.finish();
    }

    @Benchmark
    public void openClose4Attr1Event(final BraveState state, final Opened opened) {
        opened.add(1);
        final ScopedSpan span = state.tracer.startScopedSpan("checkout");
        describe(span);
        span.annotate("paid");
        span.finish();
    }

    @Benchmark
    public void nested4(final BraveState state, final Opened opened) {
        opened.add(4);
        final ScopedSpan root = state.tracer.startScopedSpan("checkout");
        state.tracer.startScopedSpan("child").finish();
        state.tracer.startScopedSpan("child").finish();
        state.tracer.startScopedSpan("child").finish();
        root.finish();
    }

    /** Brave keeps the exception itself, and leaves its text to the handler. */
    @Benchmark
    public void exception(final BraveState state, final Opened opened) {
        opened.add(1);
        final ScopedSpan span = state.tracer.startScopedSpan("checkout");
        span.error(declined);
        span.finish();
    }

    @Benchmark
    public void unsampledChild(final UnsampledBrave state) {
        state.tracer.startScopedSpan("child").finish();
    }

    /** Tags of Brave are strings only. */
    private static void describe(final ScopedSpan span) {
        span.tag("user", "alice");
        span.tag("currency", "Swiss franc (CHF)");
        span.tag("amount", Long.toString(1_299L));
        span.tag("discount", Double.toString(0.15));
    }
}
