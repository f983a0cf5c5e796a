package io.hotspan.benchmarks;

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
 * Do spans without objects really allocate nothing, in every shape? The gate of {@code mvn verify}
 * runs these with {@code -prof gc}. Baseline: two clock reads, which allocate nothing either.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar HandleBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class HandleBenchmark {
    private static final int DEPTH = 10;

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final TracerState state) {
        state.handles.end(state.handles.start(state.checkout));
    }

    @Benchmark
    public void openClose4Attr(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        describe(state, span);
        state.handles.end(span);
    }

    @Benchmark
    public void openClose4Attr1Event(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        describe(state, span);
        state.handles.addEvent(span, state.paid);
        state.handles.end(span);
    }

    /** One attribute of each type. */
    @Benchmark
    public void attributes(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        state.handles.setAttribute(span, state.amount, 1_299L);
        state.handles.setAttribute(span, state.discount, 0.15);
        state.handles.setAttribute(span, state.paid, true);
        state.handles.setAttribute(span, state.user, "alice");
        state.handles.end(span);
    }

    @Benchmark
    public void event(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        state.handles.addEvent(span, state.paid);
        state.handles.end(span);
    }

    @Benchmark
    public void nested10(final TracerState state) {
        nest(state, DEPTH);
    }

    private static void nest(final TracerState state, final int depth) {
        final long span = state.handles.start(state.child);
        if (depth > 1) {
            nest(state, depth - 1);
        }
        state.handles.end(span);
    }

    private static void describe(final TracerState state, final long span) {
        state.handles.setAttribute(span, state.user, "alice");
        state.handles.setAttribute(span, state.currency, "Swiss franc (CHF)");
        state.handles.setAttribute(span, state.amount, 1_299L);
        state.handles.setAttribute(span, state.discount, 0.15);
    }
}
