package io.hotspan.time;

import io.hotspan.record.ClockAnchor;

/**
 * Ties a monotonic clock to the epoch, and corrects the tie when the two have drifted apart by more
 * than measuring them differs anyway: a new anchor bends time between blocks, so it comes only for
 * cause. Not safe for use by several threads.
 */
public final class AnchorKeeper {
    private static final long TOLERANCE_NANOS = 50_000;
    private static final long REFRESH_INTERVAL_NANOS = 1_000_000_000;
    private static final int SAMPLES = 5;

    private final NanoClock clock;
    private final EpochClock epochClock;
    private ClockAnchor anchor;
    private long refreshedTicks;

    /** Ties a clock to another one that knows the epoch. */
    public AnchorKeeper(final NanoClock clock, final EpochClock epochClock) {
        this.clock = clock;
        this.epochClock = epochClock;
        anchor = sample();
        refreshedTicks = anchor.ticks();
    }

    /**
     * The anchor in force, measured anew if the last measurement is a second old. Has the clock
     * look after itself, too.
     */
    public ClockAnchor anchor() {
        clock.maintain();
        final long nowTicks = clock.nanoTime();
        if (nowTicks - refreshedTicks >= REFRESH_INTERVAL_NANOS) {
            refreshedTicks = nowTicks;
            final ClockAnchor fresh = sample();
            final long driftNanos = fresh.epochNanos() - anchor.epochNanosAt(fresh.ticks());
            if (Math.abs(driftNanos) > TOLERANCE_NANOS) {
                anchor = fresh;
            }
        }
        return anchor;
    }

    /** The sample whose two reads of the monotonic clock lie closest is the truest. */
    private ClockAnchor sample() {
        long bestSpanNanos = Long.MAX_VALUE;
        ClockAnchor best = null;
        for (int i = 0; i < SAMPLES; i++) {
            final long before = clock.nanoTime();
            final long epochNanos = epochClock.epochNanos();
            final long after = clock.nanoTime();
            if (after - before < bestSpanNanos) {
                bestSpanNanos = after - before;
                best = new ClockAnchor(epochNanos, before + (after - before) / 2);
            }
        }
        return best;
    }
}
