package io.hotspan.benchmarks;

import io.hotspan.replay.JournalStatistics;
import io.hotspan.replay.Replay;
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
 * nothing. What is kept of the journal (the newest GiB) is read back, and the run fails if it tells
 * of a loss. To disk means to the page cache, as with any file that is not forced. Baseline: the
 * same with a sink that discards.
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
        public double drainerCpuNanosPerSpan;
        public double producerCpuNanosPerSpan;

        /** Part of the time in which the producer waited for the drainer. */
        public double producerWaitShare;

        /** 0 where no journal is. */
        public double journalBytesPerSpan;

        public double journalMegabytesPerSecond;
    }

    @Benchmark
    public void baselineDiscarded(final TracerState state, final Results results)
            throws InterruptedException {
        record(state, results);
    }

    @Benchmark
    public void toJournal(final JournalTracer state, final Results results)
            throws InterruptedException {
        record(state, results);
        final JournalStatistics kept = new Replay(state.directory()).statistics();
        if (kept.spans() == 0 || kept.lostSpans() + kept.lostRecords() != 0) {
            throw new IllegalStateException("the journal is not whole: " + kept);
        }
        results.journalBytesPerSpan = kept.bytesPerSpan();
        results.journalMegabytesPerSecond = kept.bytesPerSpan() * results.spansPerSecond / 1e6;
    }

    private void record(final TracerState state, final Results results)
            throws InterruptedException {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round(state);
        }
        final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        final long drainer = drainerId(threads);
        final long bytesBefore = state.drained().bytes();
        final long waitedBefore = state.drained().waitedNanos();
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
        final double drainerCpuNanos = threads.getThreadCpuTime(drainer) - drainerCpuBefore;
        results.drainerCpuShare = drainerCpuNanos / nanos;
        results.drainerCpuNanosPerSpan = drainerCpuNanos / spans;
        results.producerWaitShare = (state.drained().waitedNanos() - waitedBefore) / nanos;
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
