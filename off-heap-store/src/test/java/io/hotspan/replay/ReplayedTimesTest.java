package io.hotspan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.time.EpochClock;
import io.hotspan.time.NanoClock;
import io.hotspan.time.NanoClocks;
import io.hotspan.time.SystemNanoClock;
import io.hotspan.trace.SpanData;
import io.hotspan.tracing.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Times come back from a journal as the system's clocks had them, whichever clock took them. Where
 * there is no TSC clock, what stands in for it is held to the same.
 */
class ReplayedTimesTest {
    private static final int SPANS = 200;
    private static final long WORK_NANOS = 20_000;

    /** An anchor may be off by what an interrupt between its two reads takes. */
    private static final long ANCHOR_NANOS = 50_000_000;

    /** A rate is corrected by no more than 500 in a million; a read moves by some nanoseconds. */
    private static final double RATE_ERROR = 1e-3;

    private static final long READ_NANOS = 1_000;

    @TempDir Path directory;

    /** What {@link System#nanoTime()} told around a span, and within it. */
    private record Bounds(long outerNanos, long innerNanos) {}

    @Test
    void theSystemsClockGivesTheSystemsTimes() throws IOException {
        checkTimes(new SystemNanoClock());
    }

    @Test
    void theTscClockGivesTheSystemsTimes() throws IOException {
        checkTimes(NanoClocks.tscOrSystem());
    }

    private void checkTimes(final NanoClock clock) throws IOException {
        final HotspanOptions options =
                HotspanOptions.builder()
                        .recording(RecordingSettings.builder().clock(clock).build())
                        .build();
        final List<Bounds> bounds = new ArrayList<>();
        final long beforeEpochNanos = EpochClock.SYSTEM.epochNanos();
        try (Hotspan hotspan = Hotspan.open(directory, options)) {
            for (int i = 0; i < SPANS; i++) {
                bounds.add(record(hotspan));
            }
        }
        final long afterEpochNanos = EpochClock.SYSTEM.epochNanos();

        final List<SpanData> spans = new ArrayList<>();
        new Replay(directory).forEachTrace(trace -> spans.addAll(trace.spans()));
        assertThat(spans).hasSize(SPANS);
        long lastEndEpochNanos = beforeEpochNanos - ANCHOR_NANOS;
        for (int i = 0; i < SPANS; i++) {
            final SpanData span = spans.get(i);
            assertThat(span.startEpochNanos()).isGreaterThanOrEqualTo(lastEndEpochNanos);
            assertThat(span.durationNanos())
                    .isBetween(atLeast(bounds.get(i)), atMost(bounds.get(i)));
            lastEndEpochNanos = span.endEpochNanos();
        }
        assertThat(lastEndEpochNanos).isLessThanOrEqualTo(afterEpochNanos + ANCHOR_NANOS);
    }

    private static Bounds record(final Hotspan hotspan) {
        final long outerStart = System.nanoTime();
        final long innerNanos;
        try (Span span = hotspan.tracer().startSpan("work")) {
            final long innerStart = System.nanoTime();
            while (System.nanoTime() - innerStart < WORK_NANOS) {
                Thread.onSpinWait();
            }
            innerNanos = System.nanoTime() - innerStart;
        }
        return new Bounds(System.nanoTime() - outerStart, innerNanos);
    }

    private static long atLeast(final Bounds bounds) {
        return (long) (bounds.innerNanos * (1 - RATE_ERROR)) - READ_NANOS;
    }

    private static long atMost(final Bounds bounds) {
        return (long) (bounds.outerNanos * (1 + RATE_ERROR)) + READ_NANOS;
    }
}
