package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * How many spans a second can one thread record for a whole minute, all of them to disk and none
 * lost, and how much of a core does the drainer take for it? One measurement; the time itself says
 * nothing. Baseline: two clock reads, by ClockBenchmark.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar SustainedBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            JvmOptions.LANG_REFLECT,
            JvmOptions.INTERNAL_MISC,
            JvmOptions.NIO_CH,
            JvmOptions.INTERNAL_REF,
            JvmOptions.IGNORE_UNKNOWN,
            JvmOptions.NATIVE_ACCESS,
            JvmOptions.UNSAFE
        })
public class SustainedBenchmark {
    private static final int ROUND = 1_000;
    private static final int WARM_UP_ROUNDS = 5_000;

    /** How long it records. */
    @Param("60")
    int seconds;

    /** What came of it, as results beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Results {
        public double spansPerSecond;
        public double ringMegabytesPerSecond;
        public double drainerCpuShare;
        public double producerCpuNanosPerSpan;
    }

    @Benchmark
    public void spans(final JournalTracer state, final Results results)
            throws InterruptedException {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round(state);
        }
        final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        final long drainer = drainerId(threads);
        final long bytesBefore = state.drained().bytes();
        final long drainerCpuBefore = threads.getThreadCpuTime(drainer);
        final long cpuBefore = threads.getCurrentThreadCpuTime();
        final long startTicks = System.nanoTime();
        final long endTicks = startTicks + TimeUnit.SECONDS.toNanos(seconds);
        long spans = 0;
        while (System.nanoTime() - endTicks < 0) {
            round(state);
            spans += ROUND;
        }
        final long producerCpuNanos = threads.getCurrentThreadCpuTime() - cpuBefore;
        final long bytes = state.drained().bytes() - bytesBefore;
        final double nanos = System.nanoTime() - startTicks;
        results.spansPerSecond = spans / (nanos / 1e9);
        results.ringMegabytesPerSecond = bytes / 1e6 / (nanos / 1e9);
        results.drainerCpuShare = (threads.getThreadCpuTime(drainer) - drainerCpuBefore) / nanos;
        results.producerCpuNanosPerSpan = (double) producerCpuNanos / spans;
    }

    private static void round(final TracerState state) {
        for (int i = 0; i < ROUND; i++) {
            try (Span span = state.tracer.startSpan(state.checkout)) {}
        }
    }

    private static long drainerId(final ThreadMXBean threads) {
        for (final ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals("hotspan-drainer")) {
                return thread.getThreadId();
            }
        }
        throw new IllegalStateException("no thread is named hotspan-drainer");
    }
}
