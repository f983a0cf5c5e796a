package io.hotspan.benchmarks;

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
 * What does an attribute of each type add to a span? Baseline: the span with none of them ({@code
 * attributes = 0}).
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar AttributeBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class AttributeBenchmark {
    @Param({"0", "4", "10"})
    int attributes;

    @Benchmark
    public void longs(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        for (int i = 0; i < attributes; i++) {
            state.handles.setAttribute(span, state.keys[i], 1_299L);
        }
        state.handles.end(span);
    }

    @Benchmark
    public void doubles(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        for (int i = 0; i < attributes; i++) {
            state.handles.setAttribute(span, state.keys[i], 0.15);
        }
        state.handles.end(span);
    }

    @Benchmark
    public void booleans(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        for (int i = 0; i < attributes; i++) {
            state.handles.setAttribute(span, state.keys[i], true);
        }
        state.handles.end(span);
    }

    /** Texts of 8 characters; of other lengths: TextBenchmark. */
    @Benchmark
    public void texts(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        for (int i = 0; i < attributes; i++) {
            state.handles.setAttribute(span, state.keys[i], "8 chars.");
        }
        state.handles.end(span);
    }

    /** With the object API, and keys that are looked up. */
    @Benchmark
    public void longsByName(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            for (int i = 0; i < attributes; i++) {
                span.setAttribute(state.keys[i].text(), 1_299L);
            }
        }
    }
}
