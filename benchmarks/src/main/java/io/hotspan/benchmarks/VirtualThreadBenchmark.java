package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a span cost on a virtual thread, which shares its ring with others? 10,000 threads are
 * started at once, and each opens ten spans with a yield in between. Baseline: the same without
 * spans. Left out before JDK 21.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar VirtualThreadBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class VirtualThreadBenchmark {
    private static final int THREADS = 10_000;
    private static final int SPANS_PER_THREAD = 10;
    private static final int SPANS = THREADS * SPANS_PER_THREAD;

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public void baselineWithoutSpans() throws ReflectiveOperationException, InterruptedException {
        run(VirtualThreadBenchmark::yieldToOthers);
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public void openClose(final TracerState state)
            throws ReflectiveOperationException, InterruptedException {
        run(
                () -> {
                    try (Span span = state.tracer.startSpan(state.checkout)) {
                        yieldToOthers();
                    }
                });
    }

    @SuppressWarnings("ThreadPriorityCheck") // a switch of threads inside a span is what is asked
    private static void yieldToOthers() {
        Thread.yield();
    }

    private static void run(final Runnable work)
            throws ReflectiveOperationException, InterruptedException {
        final ExecutorService executor =
                (ExecutorService)
                        Executors.class
                                .getMethod("newVirtualThreadPerTaskExecutor") // since JDK 21
                                .invoke(null);
        for (int i = 0; i < THREADS; i++) {
            executor.execute(
                    () -> {
                        for (int j = 0; j < SPANS_PER_THREAD; j++) {
                            work.run();
                        }
                    });
        }
        executor.shutdown();
        if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("virtual threads still run after a minute: no figure");
        }
    }
}
