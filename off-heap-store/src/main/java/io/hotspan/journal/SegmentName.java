package io.hotspan.journal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a segment's directory: {@code seg-<created>-<session>-<number>}. In the order of names,
 * the segments of a session stand in the order in which they were written.
 *
 * @param createdEpochMillis when the segment was made; never less than in any name made before
 * @param sessionId session whose records the segment has
 * @param number counts the segments of the session from 1
 */
record SegmentName(long createdEpochMillis, long sessionId, int number)
        implements Comparable<SegmentName> {
    private static final Pattern PATTERN =
            Pattern.compile("seg-(\\d{14})-([0-9a-f]{16})-(\\d{6,9})");
    private static final Comparator<SegmentName> ORDER =
            Comparator.comparingLong(SegmentName::createdEpochMillis)
                    .thenComparingLong(SegmentName::sessionId)
                    .thenComparingInt(SegmentName::number);

    /** Name that a directory has; null if it is none of a segment. */
    static SegmentName parse(final Path directory) {
        final Matcher matcher = PATTERN.matcher(directory.getFileName().toString());
        return matcher.matches()
                ? new SegmentName(
                        Long.parseLong(matcher.group(1)),
                        Long.parseUnsignedLong(matcher.group(2), 16),
                        Integer.parseInt(matcher.group(3)))
                : null;
    }

    Path in(final Path journalDirectory) {
        return journalDirectory.resolve(toString());
    }

    @Override
    public int compareTo(final SegmentName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "seg-%014d-%016x-%06d", createdEpochMillis, sessionId, number);
    }
}
