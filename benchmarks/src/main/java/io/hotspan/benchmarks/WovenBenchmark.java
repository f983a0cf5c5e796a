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
 * What does {@code @Trace} on an empty method cost? Baselines: the method untraced, and the same
 * span opened by hand.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar WovenBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class WovenBenchmark {
    private long argument = 1_299L;

    @Benchmark
    public void baselineUntraced(final WovenTracer state) {
        state.plain.run();
    }

    @Benchmark
    public void byHand(final WovenTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            state.plain.run();
        }
    }

    @Benchmark
    public void woven(final WovenTracer state) {
        state.woven.run();
    }

    /** With an argument for inputs and a result for outputs; both are boxed. */
    @Benchmark
    public long wovenWithInputsAndOutputs(final WovenTracer state) {
        return state.woven.run(argument);
    }
}
