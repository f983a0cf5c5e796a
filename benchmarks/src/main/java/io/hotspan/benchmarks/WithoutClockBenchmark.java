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
 * What does a span cost besides the clock? The methods are those of {@link SpanBenchmark}, whose
 * clock is the system's; here it is a count. The difference shows how much of the work hides behind
 * the clock, which fences. Baseline: a count, twice.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar "(WithoutClock|.Span)Benchmark" -prof
 * gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class WithoutClockBenchmark {
    private final CountedClock clock = new CountedClock();

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = clock.nanoTime();
        return clock.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final CountedClockTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    public void openClose4Attr(final CountedClockTracer state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.setAttribute("user", "alice");
            span.setAttribute("currency", "Swiss franc (CHF)");
            span.setAttribute("amount", 1_299L);
            span.setAttribute("discount", 0.15);
        }
    }

    @Benchmark
    public void nested4(final CountedClockTracer state) {
        try (Span root = state.tracer.startSpan(state.checkout)) {
            try (Span first = state.tracer.startSpan(state.child)) {}
            try (Span second = state.tracer.startSpan(state.child)) {}
            try (Span third = state.tracer.startSpan(state.child)) {}
        }
    }
}
