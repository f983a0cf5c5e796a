package io.hotspan.bench.chart;

import java.util.Locale;

/** Numbers as figures and charts have them: three digits that mean something. */
public final class Numbers {
    private Numbers() {}

    /** As in {@code 0.85}, {@code 1.71}, {@code 61.3}, {@code 1,234}. */
    public static String text(final double value) {
        final double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "?";
        }
        final String format = size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    /** A duration, as in {@code 80 ns}, {@code 1.2 µs}, {@code 34 ms}. */
    public static String nanos(final double nanos) {
        final String[] units = {"ns", "µs", "ms", "s"};
        double value = nanos;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        final String format =
                unit == 0 || value >= 99.5 ? "%.0f " : value >= 10 ? "%.0f " : "%.1f ";
        return String.format(Locale.ROOT, format, value) + units[unit];
    }

    /** A large number, as in {@code 850}, {@code 12.3 k}, {@code 8.1 M}. */
    public static String large(final double value) {
        if (Math.abs(value) >= 999_500) {
            return text(value / 1e6) + " M";
        }
        return Math.abs(value) >= 9_995 ? text(value / 1e3) + " k" : text(value);
    }

    /** A whole number, its digits in groups. */
    public static String count(final double count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    /** A co-ordinate, with a decimal at most. */
    static String at(final double coordinate) {
        final String text = String.format(Locale.ROOT, "%.1f", coordinate);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
