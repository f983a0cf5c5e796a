package io.hotspan.benchmarks;

import io.hotspan.tracing.Context;
import io.hotspan.tracing.Span;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it add to a task for another thread that it carries its context and opens a span there?
 * Baseline: the same hand-off to a waiting thread without tracing. Most of both is the hand-off.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar HandOffBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class HandOffBenchmark {
    private ExecutorService executor;

    @Setup(Level.Trial)
    public void startThread() {
        executor = Executors.newSingleThreadExecutor();
    }

    @TearDown(Level.Trial)
    public void stopThread() {
        executor.shutdown();
    }

    @Benchmark
    public Object baselineHandOff() throws ExecutionException, InterruptedException {
        return executor.submit(() -> "done").get();
    }

    @Benchmark
    public Object handOff(final OpenRoot root) throws ExecutionException, InterruptedException {
        final Context context = root.state.tracer.currentContext();
        return executor.submit(context.wrap(() -> work(root.state))).get();
    }

    private static Object work(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.child)) {
            return "done";
        }
    }
}
