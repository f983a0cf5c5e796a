package io.hotspan.recording;

import io.hotspan.drain.DrainerThread;
import io.hotspan.ring.Ring;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What a thread does when its ring has no room. Where the policy is not to wait, it waits all the
 * same for a sink that is still making itself ready: there is room as soon as it is. Safe for any
 * thread.
 */
final class Waiting {
    private static final long STEP_NANOS = 20_000;

    /** How long threads wait at most for a sink that is not ready yet, all in all. */
    private static final long MAX_START_NANOS = 2_000_000_000;

    private final RecordingSettings settings;
    private final DrainerThread drainer;
    private final BooleanSupplier isClosed;
    private volatile long startEndNanos;

    Waiting(
            final RecordingSettings settings,
            final DrainerThread drainer,
            final BooleanSupplier isClosed) {
        this.settings = settings;
        this.drainer = drainer;
        this.isClosed = isClosed;
    }

    /** Whether there is something to wait for. */
    boolean isWorthIt() {
        return settings.overloadPolicy() == OverloadPolicy.WAIT || !drainer.hasBegun();
    }

    /**
     * Tries until it gives something else than 0, or there is nothing to wait for.
     *
     * @return 0 if there is still no room
     */
    long await(final Ring ring, final LongSupplier attempt) {
        final boolean waits = settings.overloadPolicy() == OverloadPolicy.WAIT;
        final long beginNanos = System.nanoTime(); // not the settable clock: it may stand still
        final long limitNanos = waits ? nanos(settings.maxWait()) : startLimitNanos(beginNanos);
        if (limitNanos <= 0) {
            return 0;
        }
        long result = 0;
        long waitedNanos = 0;
        boolean goesOn = true;
        while (result == 0 && goesOn) {
            drainer.wake();
            LockSupport.parkNanos(STEP_NANOS);
            goesOn = !isClosed.getAsBoolean() && (waits || !drainer.hasBegun());
            result = attempt.getAsLong();
            waitedNanos = System.nanoTime() - beginNanos;
            // an interrupt: the program wants this thread back; the flag stays set
            goesOn &= waitedNanos < limitNanos && !Thread.currentThread().isInterrupted();
        }
        ring.countWaited(waitedNanos);
        return result;
    }

    private long startLimitNanos(final long nowNanos) {
        if (drainer.hasBegun()) {
            return 0;
        }
        if (startEndNanos == 0) {
            startEndNanos = nowNanos + MAX_START_NANOS | 1; // a benign race: all begin about now
        }
        return startEndNanos - nowNanos;
    }

    /** As many nanoseconds as a long can tell; some 292 years are for ever. */
    static long nanos(final Duration duration) {
        try {
            return duration.toNanos();
        } catch (final ArithmeticException e) {
            return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
