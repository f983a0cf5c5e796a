package io.hotspan.terminal;

import io.hotspan.trace.DurationText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as people read them: durations, sizes, counts and times. */
public final class HumanText {
    private static final String[] SIZE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final int SIZE_STEP = 1024;

    /** From here on a figure with no decimals would need four digits. */
    private static final double LARGEST_SIZE = 999.5;

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private HumanText() {}

    /** A duration of three digits and a unit, as in {@code 12.3 ms}. */
    public static String duration(final long nanos) {
        return DurationText.human(nanos);
    }

    /** A size of at most three digits and a binary unit, as in {@code 1.5 MiB}. */
    public static String size(final long bytes) {
        double size = bytes;
        int unit = 0;
        while (Math.abs(size) >= LARGEST_SIZE && unit < SIZE_UNITS.length - 1) {
            size /= SIZE_STEP;
            unit++;
        }
        final boolean hasDecimal = unit > 0 && Math.abs(size) < 99.95;
        return String.format(Locale.ROOT, hasDecimal ? "%.1f " : "%.0f ", size) + SIZE_UNITS[unit];
    }

    /** A count with its digits in groups of three, as in {@code 1,234,567}. */
    public static String count(final long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and what is counted, as in {@code 1 span} and {@code 2 spans}. */
    public static String count(final long count, final String singular) {
        return count(count) + " " + singular + (count == 1 ? "" : "s");
    }

    /** A time in a zone, ISO 8601 to the millisecond, without the offset. */
    public static String time(final long epochNanos, final ZoneId zone) {
        return LOCAL.format(instant(epochNanos).atZone(zone));
    }

    /** A time in a zone, ISO 8601 to the millisecond, with the offset. */
    public static String timeAndOffset(final long epochNanos, final ZoneId zone) {
        return time(epochNanos, zone) + zone.getRules().getOffset(instant(epochNanos));
    }

    private static Instant instant(final long epochNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, SECOND_NANOS), Math.floorMod(epochNanos, SECOND_NANOS));
    }
}
