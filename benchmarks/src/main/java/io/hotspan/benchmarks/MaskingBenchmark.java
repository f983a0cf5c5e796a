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
 * What does a masking hook add to attributes, and what does a text that is null cost? Baseline: the
 * same four attributes without a hook.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar MaskingBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class MaskingBenchmark {
    private static final String NO_TEXT = null;

    @Benchmark
    public void baselineWithoutHook(final TracerState state) {
        describe(state);
    }

    @Benchmark
    public void withHook(final MaskingTracer state) {
        describe(state);
    }

    @Benchmark
    public void fourNulls(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.setAttribute("user", NO_TEXT);
            span.setAttribute("currency", NO_TEXT);
            span.setAttribute("amount", NO_TEXT);
            span.setAttribute("discount", NO_TEXT);
        }
    }

    private static void describe(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.setAttribute("user", "alice");
            span.setAttribute("currency", "Swiss franc (CHF)");
            span.setAttribute("amount", 1_299L);
            span.setAttribute("discount", 0.15);
        }
    }
}
