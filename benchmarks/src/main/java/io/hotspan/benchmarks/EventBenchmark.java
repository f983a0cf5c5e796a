package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import java.util.Map;
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
 * What does an event add to a span? Baseline: the span without one ({@code events = 0}). Each event
 * reads the clock once more.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar EventBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class EventBenchmark {
    @Param({"0", "1", "10"})
    int events;

    private final Map<String, Object> attributes = Map.of("attempt", 1L, "card", "visa");

    @Benchmark
    public void events(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            for (int i = 0; i < events; i++) {
                span.addEvent("paid");
            }
        }
    }

    @Benchmark
    public void eventsByHandle(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        for (int i = 0; i < events; i++) {
            state.handles.addEvent(span, state.paid);
        }
        state.handles.end(span);
    }

    @Benchmark
    public void eventsWith2Attributes(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            for (int i = 0; i < events; i++) {
                span.addEvent("paid", attributes);
            }
        }
    }
}
