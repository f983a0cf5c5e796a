package io.hotspan.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Turns ticks into nanoseconds, on one stretch of ticks. Before the stretch ends a next one is hung
 * on it, which begins where it ends and whose slope leads back to the system's clock.
 *
 * <p>Immutable but for the link to the next one; safe for any thread.
 */
/* Guarantee: time is one function of ticks. A stretch is never changed once it is there, nobody
 * computes a time beyond its end, each has one successor, and that never begins at a lower time. So
 * whichever stretch a thread has at hand, time does not run backwards as long as its ticks do not.
 *
 * Progress: whoever comes to an end without a successor makes one; no thread waits for another. */
final class TickScale {
    /** Binary digits of {@link #multiplier} behind the point. */
    static final int SHIFT = 32;

    /** With {@link #SHIFT} the product of ticks and multiplier stays below 2^63. */
    static final long MAX_LENGTH_NANOS = 1_000_000_000;

    static final long FIRST_LENGTH_NANOS = 10_000_000;

    /** The system's own clock is steered no faster: 500 parts per million, by NTP's rules. */
    static final double MAX_CORRECTION = 500e-6;

    /** What is behind by more than this was stopped or set, and is not worth a second's slope. */
    static final long JUMP_NANOS = 1_000_000;

    /** A rate that differs by more is not believed until it is measured twice. */
    static final double RATE_TOLERANCE = 1_000e-6;

    private static final VarHandle NEXT = nextHandle();

    final long startTicks;
    final long lengthTicks;
    final long startNanos;
    final long multiplier;
    private final long lengthNanos;
    private final double nanosPerTick;
    private final double doubtedNanosPerTick;
    private final TickSample sample;
    private volatile TickScale next;

    private TickScale(
            final long startTicks,
            final long startNanos,
            final long lengthNanos,
            final double errorNanos,
            final double nanosPerTick,
            final double doubtedNanosPerTick,
            final TickSample sample) {
        this.startTicks = startTicks;
        this.startNanos = startNanos;
        this.lengthNanos = lengthNanos;
        this.nanosPerTick = nanosPerTick;
        this.doubtedNanosPerTick = doubtedNanosPerTick;
        this.sample = sample;
        lengthTicks = (long) (lengthNanos / nanosPerTick);
        final double correction =
                Math.max(-MAX_CORRECTION, Math.min(MAX_CORRECTION, errorNanos / lengthNanos));
        multiplier = Math.round(nanosPerTick * (1 + correction) * (1L << SHIFT));
    }

    /**
     * The first stretch, from a sample on. It is short: its rate was measured in a hurry.
     *
     * @param nanosPerTick above 0
     */
    static TickScale first(final TickSample sample, final double nanosPerTick) {
        return new TickScale(
                sample.ticks(),
                sample.nanos(),
                FIRST_LENGTH_NANOS,
                0,
                nanosPerTick,
                nanosPerTick,
                sample);
    }

    boolean covers(final long ticks) {
        return Long.compareUnsigned(ticks - startTicks, lengthTicks) < 0;
    }

    /**
     * Whether the ticks are before the stretch by what another core's counter, or a thread that was
     * held up, may be behind; else the counter was set back.
     */
    boolean beginsShortlyAfter(final long ticks) {
        return ticks - startTicks < 0 && ticks - startTicks > -lengthTicks;
    }

    /** Whether it is time to have a next stretch, and there is none. */
    boolean needsNextAt(final long ticks) {
        return ticks - startTicks > lengthTicks - (lengthTicks >> 2) && next == null;
    }

    /**
     * @param ticks that the stretch {@link #covers}, or its end
     */
    long nanosAt(final long ticks) {
        return startNanos + ((ticks - startTicks) * multiplier >>> SHIFT);
    }

    long endTicks() {
        return startTicks + lengthTicks;
    }

    TickScale next() {
        return next;
    }

    /** The next stretch: the one there is, or else one made by this sample. */
    TickScale next(final TickSample now) {
        if (next == null) {
            NEXT.compareAndSet(this, null, following(now));
        }
        return next;
    }

    private TickScale following(final TickSample now) {
        final double measured = now.nanosPerTickSince(sample);
        final boolean believed =
                isNear(measured, nanosPerTick) || isNear(measured, doubtedNanosPerTick);
        final double rate = believed ? measured : nanosPerTick;
        final long nextLengthNanos = Math.min(2 * lengthNanos, MAX_LENGTH_NANOS);

        final boolean setBack = now.ticks() - startTicks < 0;
        final boolean late = now.ticks() - endTicks() > 0;
        final long begin = setBack || late ? now.ticks() : endTicks();
        final long endNanos = nanosAt(endTicks());
        final long continued = endNanos + (late ? (long) ((begin - endTicks()) * rate) : 0);
        final long wanted = now.nanos() + (long) ((begin - now.ticks()) * rate);
        final boolean jumps = Math.abs(wanted - continued) > JUMP_NANOS;
        final long beginNanos = jumps ? Math.max(endNanos, wanted) : continued;
        return new TickScale(
                begin, beginNanos, nextLengthNanos, wanted - beginNanos, rate, measured, now);
    }

    private static boolean isNear(final double measured, final double expected) {
        return Math.abs(measured / expected - 1) <= RATE_TOLERANCE;
    }

    private static VarHandle nextHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(TickScale.class, "next", TickScale.class);
        } catch (final ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
