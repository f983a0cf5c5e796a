package io.hotspan.ring;

/**
 * What a ring counted since it was made. Each span that a program opened is in exactly one of the
 * first two.
 *
 * @param recordedSpans spans admitted, each with a START in the ring
 * @param lostSpans spans for which there was no room
 * @param lostRecords attributes, events and other records of admitted spans for which there was no
 *     room
 * @param firstLossNanos ticks of the clock at the first loss of the thread that has the ring; 0 if
 *     none
 * @param lastLossNanos ticks of the clock at its last loss; 0 if none
 * @param waitedNanos time that producers waited for room, in total
 */
public record RingCounters(
        long recordedSpans,
        long lostSpans,
        long lostRecords,
        long firstLossNanos,
        long lastLossNanos,
        long waitedNanos) {
    /** The same with another number of recorded spans. */
    public RingCounters withRecordedSpans(final long count) {
        return new RingCounters(
                count, lostSpans, lostRecords, firstLossNanos, lastLossNanos, waitedNanos);
    }
}
