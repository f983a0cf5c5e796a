package io.hotspan.benchmarks;

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
 * What does a string attribute of so many characters add to a span, and one that is not Latin-1?
 * Baseline: the span without it.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar TextBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class TextBenchmark {
    @Param({"8", "32", "256"})
    int chars;

    private String latin1;
    private String greek;

    @Setup(Level.Trial)
    public void makeTexts() {
        latin1 = "a".repeat(chars);
        greek = "\u03b1".repeat(chars);
    }

    @Benchmark
    public void baselineWithoutAttribute(final TracerState state) {
        state.handles.end(state.handles.start(state.checkout));
    }

    @Benchmark
    public void oneText(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        state.handles.setAttribute(span, state.user, latin1);
        state.handles.end(span);
    }

    @Benchmark
    public void fourTexts(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        state.handles.setAttribute(span, state.user, latin1);
        state.handles.setAttribute(span, state.currency, latin1);
        state.handles.setAttribute(span, state.amount, latin1);
        state.handles.setAttribute(span, state.discount, latin1);
        state.handles.end(span);
    }

    @Benchmark
    public void oneTextInGreek(final TracerState state) {
        final long span = state.handles.start(state.checkout);
        state.handles.setAttribute(span, state.user, greek);
        state.handles.end(span);
    }
}
