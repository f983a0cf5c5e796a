package io.hotspan.stress.soak;

import io.hotspan.Hotspan;
import io.hotspan.tracing.DetachedSpan;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that record, each for a few seconds; then it dies, and another one takes its place and
 * its ring.
 */
final class RecordingThreads {
    private static final int HANDED_OVER = 64;
    private static final int MAX_LIFE_MILLIS = 4_000;
    private static final int SPANS_PER_TRACE = 4;

    private final Hotspan hotspan;
    private final SoakCounts counts;
    private final Queue<String> failures;
    private final BlockingQueue<Object> handedOver = new ArrayBlockingQueue<>(HANDED_OVER);
    private final Thread[] threads;
    private final long traceNanos;
    private volatile boolean stopped;

    /**
     * @param spansPerSecond about how many spans all threads open together
     * @param failures hears of what a thread threw
     */
    RecordingThreads(
            final Hotspan hotspan,
            final SoakCounts counts,
            final int threadCount,
            final int spansPerSecond,
            final long seed,
            final Queue<String> failures) {
        this.hotspan = hotspan;
        this.counts = counts;
        this.failures = failures;
        threads = new Thread[threadCount];
        traceNanos = TimeUnit.SECONDS.toNanos(1) * threadCount * SPANS_PER_TRACE / spansPerSecond;
        final SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < threadCount; i++) {
            final SplittableRandom random = seeds.split();
            threads[i] = new Thread(() -> succeed(random), "soak-" + i);
        }
    }

    void start() {
        for (final Thread thread : threads) {
            thread.start();
        }
    }

    /** Ends all threads, and the spans that none of them had yet taken. */
    void stop() throws InterruptedException {
        stopped = true;
        for (final Thread thread : threads) {
            thread.join();
        }
        for (Object left = handedOver.poll(); left != null; left = handedOver.poll()) {
            if (left instanceof DetachedSpan span) {
                span.close();
            }
        }
    }

    /** Starts one thread after the other. */
    private void succeed(final SplittableRandom random) {
        while (!stopped) {
            final SplittableRandom own = random.split();
            final long lifeNanos = TimeUnit.MILLISECONDS.toNanos(random.nextInt(MAX_LIFE_MILLIS));
            final Thread thread = SoakThreads.start(() -> record(own, lifeNanos), random);
            counts.threads.increment();
            try {
                thread.join();
            } catch (final InterruptedException e) {
                failures.add("interrupted");
                return;
            }
        }
    }

    private void record(final SplittableRandom random, final long lifeNanos) {
        try {
            final RandomCalls calls = new RandomCalls(hotspan, counts, handedOver, random);
            final long beginNanos = System.nanoTime();
            while (!stopped && System.nanoTime() - beginNanos < lifeNanos) {
                calls.trace();
                LockSupport.parkNanos(random.nextLong(2 * traceNanos + 1));
            }
        } catch (final RuntimeException | Error e) {
            failures.add("a thread that records threw " + e);
        }
    }
}
