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
 * What do the two clock reads of a span cost alone? The floor under every figure of a span. With
 * the system's clock, and on JDK 22 and later with the TSC clock.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar ClockBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {JvmOptions.INTERNAL_MISC, JvmOptions.NATIVE_ACCESS})
public class ClockBenchmark {
    @Benchmark
    public long nanoTimeOnce() {
        return System.nanoTime();
    }

    @Benchmark
    public long nanoTimeTwice() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public long tscOnce(final TscState tsc) {
        return tsc.clock.nanoTime();
    }

    @Benchmark
    public long tscTwice(final TscState tsc) {
        final long startTicks = tsc.clock.nanoTime();
        return tsc.clock.nanoTime() - startTicks;
    }
}
