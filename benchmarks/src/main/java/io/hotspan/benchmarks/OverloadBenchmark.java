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
 * What does a span cost, and how many are lost, when the ring is too small and nobody waits? The
 * one benchmark that may lose: {@code lost} says how much, and its time must not be read without
 * that. Baseline: the same ring with a producer that waits.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar OverloadBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class OverloadBenchmark {
    @Benchmark
    public void dropping(final OverloadedTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    public void baselineWaiting(final SmallRingTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }
}
