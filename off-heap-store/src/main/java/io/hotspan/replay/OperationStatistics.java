package io.hotspan.replay;

/**
 * How long the ended spans of one name took. Percentiles are exact to three digits.
 *
 * @param name the spans' name; {@link #OTHERS} for all the names that came after the first {@link
 *     JournalStatistics#MAX_OPERATIONS}
 * @param count spans of this name that ended
 * @param p50Nanos half of them took no longer
 * @param p99Nanos all but one in a hundred took no longer
 * @param maxNanos none took longer
 */
public record OperationStatistics(
        String name, long count, long p50Nanos, long p99Nanos, long maxNanos) {
    /** Stands for the names that were too many. */
    public static final String OTHERS = "(others)";
}
