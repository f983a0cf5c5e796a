package io.hotspan.benchmarks.harness;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Makes calls at a fixed rate, and measures each from the moment at which it was due to its end.
 *
 * <p>So a call that has to wait, since the one before it took too long, is as late as its caller
 * would see it: a stall counts for every call that it delays, and not for one alone (co-ordinated
 * omission). What is measured includes one clock read, and up to another one until the moment is
 * noticed; a call that does nothing says how much.
 */
public final class Pace {
    private static final long MAX_LATENCY_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int callsPerSecond;
    private final Histogram histogram = new Histogram(MAX_LATENCY_NANOS, SIGNIFICANT_DIGITS);
    private long lateCalls;

    /**
     * A pace.
     *
     * @param callsPerSecond from 1 on; a call must be done in less than the time to the next
     */
    public Pace(final int callsPerSecond) {
        if (callsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "rate out of range: callsPerSecond=" + callsPerSecond + ", min=1");
        }
        this.callsPerSecond = callsPerSecond;
    }

    /** Makes calls for some seconds and forgets what they took. */
    public void warmUp(final int seconds, final Runnable call) {
        run(seconds, call);
        histogram.reset();
        lateCalls = 0;
    }

    /** Makes calls for some seconds, and notes what they took. */
    public void measure(final int seconds, final Runnable call, final Latencies latencies) {
        run(seconds, call);
        latencies.take(histogram, lateCalls);
    }

    private void run(final int seconds, final Runnable call) {
        final long calls = (long) seconds * callsPerSecond;
        final long periodNanos = SECOND_NANOS / callsPerSecond;
        final long startTicks = System.nanoTime();
        for (long i = 0; i < calls; i++) {
            final long dueTicks = startTicks + i * SECOND_NANOS / callsPerSecond;
            long nowTicks;
            do { // no pause: it would be longer than what is measured
                nowTicks = System.nanoTime();
            } while (nowTicks - dueTicks < 0);
            call.run();
            histogram.recordValue(System.nanoTime() - dueTicks);
            lateCalls += nowTicks - dueTicks > periodNanos ? 1 : 0;
        }
    }
}
