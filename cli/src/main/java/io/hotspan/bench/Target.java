package io.hotspan.bench;

import io.hotspan.bench.chart.Numbers;
import io.hotspan.bench.result.Figure;
import java.math.BigDecimal;

/**
 * What the design asks for, beside what was measured.
 *
 * @param what is measured
 * @param unit of all three numbers
 * @param isUpwards whether more is better
 * @param bar that has to be met; {@code NaN} if there is none
 * @param goal that would be better still; {@code NaN} if there is none
 * @param measured or why it was not
 */
record Target(
        String what, String unit, boolean isUpwards, double bar, double goal, Figure measured) {
    private static final double MILLION = 1e6;

    /** How it stands. */
    enum Verdict {
        GOAL_MET("goal met"),
        MET("bar met"),
        NOT_MET("not met"),
        GOAL_NOT_MET("goal not met"),
        UNJUDGED("no bar"),
        UNKNOWN("no figure");

        private final String text;

        Verdict(final String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static Target atMost(
            final String what,
            final String unit,
            final double bar,
            final double goal,
            final Figure measured) {
        return new Target(what, unit, false, bar, goal, measured);
    }

    static Target atLeast(
            final String what,
            final String unit,
            final double bar,
            final double goal,
            final Figure measured) {
        return new Target(what, unit, true, bar, goal, measured);
    }

    Verdict verdict() {
        if (!measured.isPresent()) {
            return Verdict.UNKNOWN;
        }
        if (Double.isNaN(bar) && Double.isNaN(goal)) {
            return Verdict.UNJUDGED;
        }
        if (reaches(goal)) {
            return Verdict.GOAL_MET;
        }
        if (Double.isNaN(bar)) {
            return Verdict.GOAL_NOT_MET;
        }
        return reaches(bar) ? Verdict.MET : Verdict.NOT_MET;
    }

    /** Whether the error of the measurement is larger than its distance from the bar or goal. */
    boolean isClose() {
        return measured.isPresent() && (isClose(bar) || isClose(goal));
    }

    private boolean isClose(final double limit) {
        return Math.abs(measured.value() - limit) < measured.error();
    }

    private boolean reaches(final double limit) {
        return isUpwards ? measured.value() >= limit : measured.value() <= limit;
    }

    String barText() {
        return limitText(bar);
    }

    String goalText() {
        return limitText(goal);
    }

    private String limitText(final double limit) {
        return Double.isNaN(limit) ? "–" : (isUpwards ? "≥ " : "≤ ") + limitNumber(limit);
    }

    private String limitNumber(final double limit) {
        final boolean isLarge = limit >= MILLION;
        return BigDecimal.valueOf(isLarge ? limit / MILLION : limit)
                        .stripTrailingZeros()
                        .toPlainString()
                + (isLarge ? " M" : "")
                + (unit.isEmpty() ? "" : " " + unit);
    }

    String measuredText() {
        if (!measured.isPresent()) {
            return measured.reason();
        }
        return number(measured.value()) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** Empty where it is not known, as of what was measured once. */
    String errorText() {
        return measured.isPresent() && measured.error() >= 0 ? "±" + number(measured.error()) : "";
    }

    private static String number(final double value) {
        return value >= MILLION / 10 ? Numbers.large(value) : Numbers.text(value);
    }

    String verdictText() {
        return verdict().text() + (isClose() ? ", within the error" : "");
    }
}
