package io.hotspan.benchmarks.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Says what is being measured, how far the run is and how long it still takes: on a terminal in one
 * line that changes, else in a line for each benchmark, and one now and then while a benchmark
 * takes long. Safe for use by many threads.
 */
final class Progress {
    private static final long QUIET_NANOS = 10_000_000_000L;
    private static final int BAR_WIDTH = 20;
    private static final double MIN_PACE = 0.5;
    private static final double MAX_PACE = 3;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean isTerminal;
    private final List<Duration> estimates;
    private final double plannedSeconds;
    private int started;
    private double plannedSecondsBefore;
    private String current = "starting";
    private long startNanos;
    private long currentStartNanos;
    private long lastLineNanos;

    /**
     * @param isTerminal whether lines may be overwritten
     * @param estimates of the benchmarks to come, in their order
     */
    Progress(final PrintStream out, final boolean isTerminal, final List<Duration> estimates) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.estimates = estimates;
        plannedSeconds = estimates.stream().mapToDouble(Progress::seconds).sum();
    }

    /** The run begins. */
    synchronized void start(final long nowNanos) {
        startNanos = nowNanos;
        currentStartNanos = nowNanos;
        lastLineNanos = nowNanos;
    }

    /** Another benchmark begins. */
    synchronized void next(final String benchmark, final long nowNanos) {
        if (started > 0) {
            plannedSecondsBefore += seconds(estimate());
        }
        started++;
        current = benchmark;
        currentStartNanos = nowNanos;
        show(nowNanos);
    }

    /** Time has gone by. */
    synchronized void tick(final long nowNanos) {
        if (started > 0 && (isTerminal || nowNanos - lastLineNanos >= QUIET_NANOS)) {
            show(nowNanos);
        }
    }

    /** Something to be read beside it. */
    synchronized void say(final String text) {
        out.print((isTerminal ? CLEAR_LINE : "") + text + "\n");
        out.flush();
    }

    /** The run is over. */
    synchronized void end() {
        if (isTerminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private void show(final long nowNanos) {
        final double done = done(nowNanos);
        final String counts =
                String.format(
                        Locale.ROOT,
                        "%d of %d, %s left: %s",
                        Math.min(started, estimates.size()),
                        estimates.size(),
                        text(secondsLeft(done)),
                        current);
        if (isTerminal) {
            final int filled = (int) (BAR_WIDTH * done / plannedSeconds);
            out.print(
                    CLEAR_LINE
                            + "  "
                            + "█".repeat(filled)
                            + "░".repeat(BAR_WIDTH - filled)
                            + "  "
                            + counts);
        } else {
            out.print("  " + counts + "\n");
        }
        out.flush();
        lastLineNanos = nowNanos;
    }

    /** Planned seconds that are over: of the current benchmark no more than it should take. */
    private double done(final long nowNanos) {
        final double current = (nowNanos - currentStartNanos) / 1e9;
        return Math.min(
                plannedSeconds, plannedSecondsBefore + Math.min(current, seconds(estimate())));
    }

    /** What is left of the plan, at the pace of what is over. */
    private double secondsLeft(final double done) {
        final double pace =
                plannedSecondsBefore == 0
                        ? 1
                        : (currentStartNanos - startNanos) / 1e9 / plannedSecondsBefore;
        return (plannedSeconds - done) * Math.max(MIN_PACE, Math.min(MAX_PACE, pace));
    }

    private Duration estimate() {
        return started > 0 && started <= estimates.size()
                ? estimates.get(started - 1)
                : Duration.ZERO;
    }

    private static double seconds(final Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static String text(final double seconds) {
        final long whole = Math.round(seconds);
        return whole < 100 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }
}
