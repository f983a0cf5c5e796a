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
 * What does a span cost with the TSC clock, on JDK 22 and later? The methods are those of {@link
 * SpanBenchmark}, which measures the same with the system's clock. Baseline: the two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar TscBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {JvmOptions.INTERNAL_MISC, JvmOptions.NATIVE_ACCESS})
public class TscBenchmark {
    @Benchmark
    public long baselineTwoClockReads(final TscTracer state) {
        final long startTicks = state.clock.nanoTime();
        return state.clock.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final TscTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    public void openClose4Attr(final TscTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.setAttribute("user", "alice");
            span.setAttribute("currency", "Swiss franc (CHF)");
            span.setAttribute("amount", 1_299L);
            span.setAttribute("discount", 0.15);
        }
    }

    @Benchmark
    public void nested4(final TscTracer state) {
        try (Span root = state.tracer.startSpan(state.checkout)) {
            try (Span first = state.tracer.startSpan(state.child)) {}
            try (Span second = state.tracer.startSpan(state.child)) {}
            try (Span third = state.tracer.startSpan(state.child)) {}
        }
    }
}
