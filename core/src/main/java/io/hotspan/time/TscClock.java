package io.hotspan.time;

import java.util.concurrent.locks.LockSupport;

/**
 * The CPU's time stamp counter, turned into nanoseconds and led by {@link System#nanoTime()}, whose
 * origin it has. Made by {@link NanoClocks#tscOrSystem()}.
 */
/* A stretch of the scale is looked up after the counter was read, or before: either is right, since a
 * time is computed only from ticks that the stretch covers (see TickScale). */
final class TscClock extends NanoClock {
    private static final long WARP_LIMIT_NANOS = 10_000_000;
    private static final long CALIBRATION_STEP_NANOS = 1_000_000;
    private static final int CALIBRATION_STEPS = 20;
    private static final double GOOD_UNCERTAINTY = 20e-6;
    private static final double USABLE_UNCERTAINTY = 200e-6;

    private volatile TickScale scale;

    private TscClock(final TickScale first) {
        scale = first;
    }

    /**
     * Checks and calibrates; see {@link NanoClocks#tscOrSystem()} for how long that takes.
     *
     * @throws TscUnusableException if the counter cannot be read or trusted
     */
    static NanoClock start() throws TscUnusableException {
        TscStub.checkLinked();
        final long warpTicks = TscWarp.measure(WARP_LIMIT_NANOS);
        if (warpTicks > 0) {
            throw new TscUnusableException(
                    "the cores' counters disagree by at least " + warpTicks + " ticks");
        }
        return new TscClock(calibrated());
    }

    @Override
    public long nanoTime() {
        final long ticks = TscStub.read();
        final TickScale scale = this.scale;
        final long elapsedTicks = ticks - scale.startTicks;
        return Long.compareUnsigned(elapsedTicks, scale.lengthTicks) < 0
                ? scale.startNanos + (elapsedTicks * scale.multiplier >>> TickScale.SHIFT)
                : nanoTimeElsewhere();
    }

    /** Makes the next stretch of the scale before a thread that records comes to its end. */
    @Override
    public void maintain() {
        final TickScale scale = this.scale;
        if (scale.needsNextAt(TscStub.read())) {
            scale.next(TickSample.ofTsc());
        }
    }

    /** Goes on along the scale until it covers the time that is now. */
    private long nanoTimeElsewhere() {
        TickScale scale = this.scale;
        while (true) {
            final long ticks = TscStub.read();
            if (scale.covers(ticks)) {
                return scale.nanosAt(ticks);
            }
            if (scale.beginsShortlyAfter(ticks)) {
                return scale.startNanos;
            }
            final TickScale next = scale.next();
            scale = next == null ? scale.next(TickSample.ofTsc()) : next;
            this.scale = scale; // another thread may put an older one here: it only walks again
        }
    }

    /** Measures the rate until it is known well enough for the first stretch. */
    private static TickScale calibrated() throws TscUnusableException {
        TickSample.ofTsc(); // the first calls link and are slow
        final TickSample first = TickSample.ofTsc();
        double uncertainty = 1;
        for (int i = 0; i < CALIBRATION_STEPS; i++) {
            LockSupport.parkNanos(CALIBRATION_STEP_NANOS);
            final TickSample last = TickSample.ofTsc();
            uncertainty = last.uncertaintySince(first);
            if (uncertainty
                    <= (i < CALIBRATION_STEPS - 1 ? GOOD_UNCERTAINTY : USABLE_UNCERTAINTY)) {
                return TickScale.first(last, last.nanosPerTickSince(first));
            }
        }
        throw new TscUnusableException(
                "its rate could not be measured, after %d ms it was uncertain by %.0f in a million"
                        .formatted(CALIBRATION_STEPS, uncertainty * 1e6));
    }
}
