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
 * How does the cost of a span change with the shape of its trace: a chain, or one root with many
 * children? A figure is for the whole trace of {@code spans} spans (a wide one has its root
 * besides); divide to compare. Baseline: two clock reads for each span.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar ShapeBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class ShapeBenchmark {
    @Param({"1", "10", "100"})
    int spans;

    @Benchmark
    public long baselineTwoClockReadsEach() {
        long ticks = 0;
        for (int i = 0; i < spans; i++) {
            ticks += System.nanoTime();
            ticks -= System.nanoTime();
        }
        return ticks;
    }

    @Benchmark
    public void nested(final TracerState state) {
        nest(state, spans);
    }

    @Benchmark
    public void nestedByHandle(final TracerState state) {
        nestByHandle(state, spans);
    }

    @Benchmark
    public void wide(final TracerState state) {
        try (Span root = state.tracer.startSpan(state.checkout)) {
            for (int i = 0; i < spans; i++) {
                try (Span span = state.tracer.startSpan(state.child)) {}
            }
        }
    }

    @Benchmark
    public void wideByHandle(final TracerState state) {
        final long root = state.handles.start(state.checkout);
        for (int i = 0; i < spans; i++) {
            state.handles.end(state.handles.start(state.child));
        }
        state.handles.end(root);
    }

    private static void nest(final TracerState state, final int depth) {
        try (Span span = state.tracer.startSpan(state.child)) {
            if (depth > 1) {
                nest(state, depth - 1);
            }
        }
    }

    private static void nestByHandle(final TracerState state, final int depth) {
        final long span = state.handles.start(state.child);
        if (depth > 1) {
            nestByHandle(state, depth - 1);
        }
        state.handles.end(span);
    }
}
