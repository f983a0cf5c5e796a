package io.hotspan.trace;

/** Durations for people: three digits and a unit, as in {@code 12.3 ms}. */
public final class DurationText {
    private static final long[] UNIT_NANOS = {1, 1_000, 1_000_000, 1_000_000_000};
    private static final String[] UNITS = {" ns", " µs", " ms", " s"};
    private static final double LARGEST = 999.5;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private DurationText() {}

    /** Text of a duration; from two minutes on in minutes and seconds. */
    public static String human(final long nanos) {
        if (nanos < 0) {
            return "-" + human(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : -nanos);
        }
        if (nanos < UNIT_NANOS[1]) {
            return nanos + UNITS[0];
        }
        if (nanos >= 2 * MINUTE_NANOS) {
            final long seconds = nanos / UNIT_NANOS[3];
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        int unit = 1;
        while (unit < UNITS.length - 1 && (double) nanos / UNIT_NANOS[unit] >= LARGEST) {
            unit++;
        }
        return threeDigits((double) nanos / UNIT_NANOS[unit]) + UNITS[unit];
    }

    private static String threeDigits(final double value) {
        if (value < 9.995) {
            return decimals(Math.round(value * 100), 2);
        }
        return value < 99.95
                ? decimals(Math.round(value * 10), 1)
                : Long.toString(Math.round(value));
    }

    private static String decimals(final long scaled, final int count) {
        final String digits = Long.toString(scaled);
        final int point = digits.length() - count;
        return digits.substring(0, point) + "." + digits.substring(point);
    }
}
