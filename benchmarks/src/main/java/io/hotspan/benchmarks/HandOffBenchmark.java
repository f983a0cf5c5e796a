package io.hotspan.benchmarks;

import io.hotspan.tracing.Context;
import io.hotspan.tracing.Span;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
 * Baseline: the same hand-off to the same thread without tracing. Both threads spin: with an
 * executor the figure is the time in which the system wakes a parked thread, and no more than that.
 * {@code onThisThread} is the work of it all without another thread.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar HandOffBenchmark}; needs two cores
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class HandOffBenchmark {
    private final AtomicReference<Runnable> task = new AtomicReference<>();
    private volatile boolean isOver;
    private Thread worker;

    @Setup(Level.Trial)
    public void startThread() {
        worker = new Thread(this::work, "hotspan-benchmark-worker");
        worker.setDaemon(true);
        worker.start();
    }

    @TearDown(Level.Trial)
    public void stopThread() throws InterruptedException {
        isOver = true;
        worker.join();
    }

    @Benchmark
    public void baselineHandOff() {
        handOff(HandOffBenchmark::doNothing);
    }

    @Benchmark
    public void handOff(final OpenRoot root) {
        handOff(task(root.state));
    }

    @Benchmark
    public void onThisThread(final OpenRoot root) {
        task(root.state).run();
    }

    private static void doNothing() {
        // the baseline's work
    }

    private static Runnable task(final TracerState state) {
        final Context context = state.tracer.currentContext();
        return context.wrap(
                () -> {
                    try (Span span = state.tracer.startSpan(state.child)) {}
                });
    }

    private void handOff(final Runnable work) {
        task.setRelease(work);
        while (task.getAcquire() != null) {
            if (!worker.isAlive()) {
                throw new IllegalStateException("the other thread has ended: no figure");
            }
            Thread.onSpinWait();
        }
    }

    private void work() {
        while (!isOver) {
            final Runnable work = task.getAcquire();
            if (work == null) {
                Thread.onSpinWait();
            } else {
                work.run();
                task.setRelease(null);
            }
        }
    }
}
