package io.hotspan.testing;

import io.hotspan.time.EpochClock;
import io.hotspan.time.NanoClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only by hand; its epoch clock moves with it, and may also drift. */
public final class TestClock extends NanoClock {
    private final AtomicLong ticks;
    private final AtomicLong epochLeadNanos;

    /** A clock that shows these ticks at that time of the epoch. */
    public TestClock(final long ticks, final long epochNanos) {
        this.ticks = new AtomicLong(ticks);
        epochLeadNanos = new AtomicLong(epochNanos - ticks);
    }

    /** A clock that shows 1,000 at 1,000,000 of the epoch. */
    public TestClock() {
        this(1_000, 1_000_000);
    }

    @Override
    public long nanoTime() {
        return ticks.get();
    }

    /** The same moments as time since the epoch. */
    public EpochClock epoch() {
        return () -> ticks.get() + epochLeadNanos.get();
    }

    /** Moves both clocks. */
    public void advance(final Duration time) {
        ticks.addAndGet(time.toNanos());
    }

    /** Moves the epoch clock alone. */
    public void drift(final Duration time) {
        epochLeadNanos.addAndGet(time.toNanos());
    }
}
