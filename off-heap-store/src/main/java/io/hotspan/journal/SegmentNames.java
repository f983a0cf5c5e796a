package io.hotspan.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * Gives names to the segments of one session, in the order of time even if the clock is set back.
 */
final class SegmentNames {
    private final Path directory;
    private final long sessionId;

    SegmentNames(final Path directory, final long sessionId) {
        this.directory = directory;
        this.sessionId = sessionId;
    }

    /** A name behind all that are there. */
    SegmentName next(final long nowEpochMillis) {
        final List<SegmentName> present = JournalDirectory.segments(directory);
        long createdEpochMillis = nowEpochMillis;
        int number = 0;
        for (final SegmentName name : present) {
            createdEpochMillis = Math.max(createdEpochMillis, name.createdEpochMillis());
            if (name.sessionId() == sessionId) {
                number = Math.max(number, name.number());
            }
        }
        return new SegmentName(createdEpochMillis, sessionId, number + 1);
    }
}
