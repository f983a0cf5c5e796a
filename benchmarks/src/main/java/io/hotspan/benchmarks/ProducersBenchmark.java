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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Does a span stay as cheap when many threads trace at once? Each has a ring of its own. A figure
 * is the time of one span on one thread; on a machine with fewer cores than producers and drainer
 * it includes waiting for a core. Baseline: two clock reads on as many threads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar ProducersBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class ProducersBenchmark {
    @Benchmark
    @Threads(1)
    public long baselineTwoClockReads1() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    @Threads(1)
    public void producers1(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    @Threads(2)
    public long baselineTwoClockReads2() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    @Threads(2)
    public void producers2(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    @Threads(4)
    public long baselineTwoClockReads4() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    @Threads(4)
    public void producers4(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    @Threads(8)
    public long baselineTwoClockReads8() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    @Threads(8)
    public void producers8(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }
}
