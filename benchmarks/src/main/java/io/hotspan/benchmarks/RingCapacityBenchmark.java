package io.hotspan.benchmarks;

import io.hotspan.recording.RecordingSettings;
import io.hotspan.tracing.Span;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How large must a ring be? A small one makes its producer wait for the drainer, and both of them
 * for each other's cache lines. Baseline: two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar RingCapacityBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class RingCapacityBenchmark {
    /** A tracer with rings of a given size. */
    @State(Scope.Benchmark)
    public static class SizedTracer extends TracerState {
        @Param({"262144", "1048576", "2097152", "4194304", "16777216"})
        int ringBytes;

        @Override
        RecordingSettings.Builder settings() {
            return super.settings().ringCapacityBytes(ringBytes);
        }
    }

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final SizedTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }
}
