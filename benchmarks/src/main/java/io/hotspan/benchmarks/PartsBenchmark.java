package io.hotspan.benchmarks;

import io.hotspan.record.SpanIds;
import io.hotspan.symbol.Symbol;
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
 * What do the parts of a span cost alone: finding the thread's ring, looking up a name, computing
 * ids? Baseline: nothing. (The clock is in ClockBenchmark, claim and commit in RingBenchmark.)
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar PartsBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class PartsBenchmark {
    private static final String CHECKOUT = "checkout";

    private final String equalText = String.valueOf(CHECKOUT.toCharArray());
    private long ordinal;

    @Benchmark
    public void baselineNothing() {
        // what JMH itself costs
    }

    @Benchmark
    public Symbol symbolOfSameText(final TracerState state) {
        return state.tracer.symbol(CHECKOUT);
    }

    @Benchmark
    public Symbol symbolOfEqualText(final TracerState state) {
        return state.tracer.symbol(equalText);
    }

    @Benchmark
    public boolean recorderOfThread(final TracerState state) {
        return state.handles.isRecording(1);
    }

    @Benchmark
    public long spanId() {
        return SpanIds.spanId(42, ++ordinal);
    }

    /** As a root stores none of them: what replay computes for each. */
    @Benchmark
    public long allIdsOfRoot() {
        final long root = ++ordinal;
        return SpanIds.spanId(1, root) ^ SpanIds.traceHigh(2, root) ^ SpanIds.traceLow(3, root);
    }
}
