package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What do inputs and outputs of so many bytes add to a span: a prompt and its answer, as maps with
 * one long text? Baseline: the span without them.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar PayloadBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class PayloadBenchmark {
    @Param({"1024", "65536"})
    int bytes;

    private Map<String, Object> inputs;
    private Map<String, Object> outputs;

    @Setup(Level.Trial)
    public void makePayload() {
        final String text = "what is a span? ".repeat(bytes / 16);
        inputs = Map.of("messages", List.of(Map.of("role", "user", "content", text)));
        outputs = Map.of("role", "assistant", "content", text);
    }

    @Benchmark
    public void baselineWithoutPayload(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    public void inputs(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.setInputs(inputs);
        }
    }

    @Benchmark
    public void inputsAndOutputs(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {
            span.setInputs(inputs);
            span.setOutputs(outputs);
        }
    }
}
