package io.hotspan.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TickScaleTest {
    private static final double NANOS_PER_TICK = 0.375;
    private static final long ORIGIN_TICKS = 7_000_000_000_000L;
    private static final long ORIGIN_NANOS = -5_000_000_000L;

    private final TickScale first = TickScale.first(sample(ORIGIN_TICKS), NANOS_PER_TICK);

    @Test
    void aTickIsWorthItsRate() {
        assertThat(first.nanosAt(ORIGIN_TICKS + 8_000_000)).isEqualTo(ORIGIN_NANOS + 3_000_000);
    }

    @Test
    void aStretchCoversItsFirstTickAndNotItsEnd() {
        assertThat(first.covers(ORIGIN_TICKS)).isTrue();
        assertThat(first.covers(first.endTicks() - 1)).isTrue();
        assertThat(first.covers(first.endTicks())).isFalse();
        assertThat(first.covers(ORIGIN_TICKS - 1)).isFalse();
    }

    @Test
    void theNextStretchBeginsWhereThisOneEnds() {
        final TickScale next = first.next(sample(first.endTicks() - 1_000));

        assertThat(next.startTicks).isEqualTo(first.endTicks());
        assertThat(next.startNanos).isEqualTo(first.nanosAt(first.endTicks()));
    }

    @Test
    void aStretchKeepsTheNextOneThatCameFirst() {
        final TickScale next = first.next(sample(first.endTicks() - 1_000));

        assertThat(first.next(sample(first.endTicks() + 5_000))).isSameAs(next);
        assertThat(first.next()).isSameAs(next);
    }

    @Test
    void aNextStretchIsNeededInTheLastQuarterUntilItIsThere() {
        final long late = first.endTicks() - 1_000;

        assertThat(first.needsNextAt(ORIGIN_TICKS + 1_000)).isFalse();
        assertThat(first.needsNextAt(late)).isTrue();
        first.next(sample(late));
        assertThat(first.needsNextAt(late)).isFalse();
    }

    @Test
    void stretchesDoubleUntilTheyLastASecond() {
        final TickScale settled = after(first, 10);

        assertThat(first.next().lengthTicks).isCloseTo(2 * first.lengthTicks, within(10L));
        assertThat(settled.lengthTicks * NANOS_PER_TICK)
                .isCloseTo(TickScale.MAX_LENGTH_NANOS, within(10.0));
    }

    @Test
    void aRateMeasuredInAHurryIsCorrected() {
        final TickScale hurried = TickScale.first(sample(ORIGIN_TICKS), NANOS_PER_TICK * 1.0002);

        final TickScale settled = after(hurried, 4);

        assertThat(settled.nanosAt(settled.endTicks()))
                .isCloseTo(trueNanos(settled.endTicks()), within(20L));
    }

    @Test
    void afterAnHourWithoutAReadTimeIsTheSystemsAgain() {
        final long hourLaterTicks = ORIGIN_TICKS + (long) (3_600e9 / NANOS_PER_TICK);

        final TickScale next = first.next(sample(hourLaterTicks));

        assertThat(next.covers(hourLaterTicks)).isTrue();
        assertThat(next.nanosAt(hourLaterTicks))
                .isCloseTo(trueNanos(hourLaterTicks), within(1_000L));
    }

    @Test
    void aSystemClockThatWentAheadIsFollowedAtOnce() {
        final long aheadNanos = 3 * TickScale.JUMP_NANOS;
        final long ticks = first.endTicks() - 1_000;
        final TickSample ahead = new TickSample(ticks, trueNanos(ticks) + aheadNanos, 100);

        final TickScale next = first.next(ahead);

        assertThat(next.startNanos).isCloseTo(trueNanos(next.startTicks) + aheadNanos, within(10L));
    }

    @Test
    void aSystemClockThatFellBehindIsWaitedForAndTimeNeverStands() {
        final long ticks = first.endTicks() - 1_000;
        final long behindNanos = 3 * TickScale.JUMP_NANOS;
        final TickSample behind = new TickSample(ticks, trueNanos(ticks) - behindNanos, 100);

        final TickScale next = first.next(behind);

        assertThat(next.startNanos).isEqualTo(first.nanosAt(first.endTicks()));
        assertThat(slope(next))
                .isCloseTo(NANOS_PER_TICK * (1 - TickScale.MAX_CORRECTION), within(1e-6));
    }

    @Test
    void aCounterThatWasSetBackGoesOnFromTheLatestTime() {
        final TickSample setBack = new TickSample(1_000, trueNanos(ORIGIN_TICKS) + 4_000_000, 100);

        final TickScale next = first.next(setBack);

        assertThat(next.startTicks).isEqualTo(1_000);
        assertThat(next.startNanos).isEqualTo(first.nanosAt(first.endTicks()));
    }

    @Test
    void ticksOfACoreThatIsALittleBehindAreToldFromACounterThatWasSetBack() {
        assertThat(first.beginsShortlyAfter(ORIGIN_TICKS - 100)).isTrue();
        assertThat(first.beginsShortlyAfter(ORIGIN_TICKS - 2 * first.lengthTicks)).isFalse();
        assertThat(first.beginsShortlyAfter(first.endTicks())).isFalse();
    }

    @Test
    void anotherRateIsBelievedWhenItIsMeasuredTwice() {
        final double otherRate = NANOS_PER_TICK * 1.01;
        TickScale scale = after(first, 8);
        final long changeTicks = scale.startTicks;
        final long changeNanos = trueNanos(changeTicks);

        for (int i = 0; i < 2; i++) {
            final long ticks = scale.endTicks() - 1_000;
            final long nanos = changeNanos + (long) ((ticks - changeTicks) * otherRate);
            scale = scale.next(new TickSample(ticks, nanos, 100));
            assertThat(slope(scale) > NANOS_PER_TICK * 1.005).isEqualTo(i == 1);
        }
    }

    /**
     * Ten stretches at one rate, ten at another: what NTP does to the system's clock, and faster.
     */
    @Property(tries = 200)
    void timeStaysWithTheSystemsThoughNtpSteersItAndSamplesErr(
            @ForAll final long seed,
            @ForAll @IntRange(min = -100, max = 100) final int steeringPerMillion) {
        final Random random = new Random(seed);
        TickScale scale = TickScale.first(sample(ORIGIN_TICKS), NANOS_PER_TICK);
        double nanos = ORIGIN_NANOS;
        long lastTicks = ORIGIN_TICKS;
        for (int i = 0; i < 60; i++) {
            final int direction = i % 20 < 10 ? 1 : -1;
            final double rate = NANOS_PER_TICK * (1 + direction * steeringPerMillion * 1e-6);
            final long ticks = scale.endTicks() - random.nextLong(scale.lengthTicks / 4);
            nanos += (ticks - lastTicks) * rate;
            lastTicks = ticks;

            final long allowedNanos = i % 10 < 5 ? 500_000 : 1_000;
            assertThat(scale.nanosAt(ticks)).isCloseTo((long) nanos, within(allowedNanos));

            final long readNanos = (long) nanos + random.nextInt(-50, 51);
            final TickScale next = scale.next(new TickSample(ticks, readNanos, 100));
            assertThat(next.startNanos).isGreaterThanOrEqualTo(scale.nanosAt(scale.endTicks() - 1));
            scale = next;
        }
    }

    private static TickScale after(final TickScale scale, final int stretches) {
        TickScale last = scale;
        for (int i = 0; i < stretches; i++) {
            last = last.next(sample(last.endTicks() - 1_000));
        }
        return last;
    }

    private static double slope(final TickScale scale) {
        return (double) scale.multiplier / (1L << TickScale.SHIFT);
    }

    private static TickSample sample(final long ticks) {
        return new TickSample(ticks, trueNanos(ticks), 100);
    }

    private static long trueNanos(final long ticks) {
        return ORIGIN_NANOS + (long) ((ticks - ORIGIN_TICKS) * NANOS_PER_TICK);
    }
}
