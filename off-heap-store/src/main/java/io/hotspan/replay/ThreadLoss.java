package io.hotspan.replay;

/**
 * What one thread lost, or waited for, when its ring was full.
 *
 * @param thread its name; what shares a ring says so, and so does what is not known
 * @param lostSpans spans for which there was no room when they should have begun
 * @param lostRecords attributes, events and the like for which there was no room
 * @param firstEpochNanos when it lost the first; 0 if it lost none
 * @param lastEpochNanos when it lost the last; 0 if it lost none
 * @param waitedNanos time that it waited for room
 */
public record ThreadLoss(
        String thread,
        long lostSpans,
        long lostRecords,
        long firstEpochNanos,
        long lastEpochNanos,
        long waitedNanos) {
    /** Stands for the threads beyond the first {@link JournalStatistics#MAX_LOSSES}. */
    public static final String OTHERS = "(other threads)";

    ThreadLoss plus(final ThreadLoss other) {
        return new ThreadLoss(
                thread,
                lostSpans + other.lostSpans,
                lostRecords + other.lostRecords,
                firstEpochNanos == 0 || other.firstEpochNanos == 0
                        ? firstEpochNanos + other.firstEpochNanos
                        : Math.min(firstEpochNanos, other.firstEpochNanos),
                Math.max(lastEpochNanos, other.lastEpochNanos),
                waitedNanos + other.waitedNanos);
    }
}
