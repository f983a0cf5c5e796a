package io.hotspan.replay;

import java.util.List;

/**
 * A journal in numbers.
 *
 * @param traces roots, and distinct traces whose root is not in this journal; exact up to 262,144
 *     traces, beyond that the second part is an estimate
 * @param spans spans that began
 * @param openSpans of these, spans that have not ended
 * @param lostSpans spans for which there was no room when they should have begun
 * @param lostRecords attributes, events and the like for which there was no room
 * @param waitedNanos time that threads waited for room
 * @param losses one row for each thread that lost something or waited
 * @param journalBytes length of the journal's files that was read
 * @param bytesPerSpan {@code journalBytes} for each span; 0 without spans
 * @param firstEpochNanos when the earliest span began; 0 without spans
 * @param lastEpochNanos when the latest span began or ended; 0 without spans
 * @param errors spans with status ERROR
 * @param operations one row for each name, the most frequent first
 */
public record JournalStatistics(
        long traces,
        long spans,
        long openSpans,
        long lostSpans,
        long lostRecords,
        long waitedNanos,
        List<ThreadLoss> losses,
        long journalBytes,
        double bytesPerSpan,
        long firstEpochNanos,
        long lastEpochNanos,
        long errors,
        List<OperationStatistics> operations) {
    /** How many names get a row of their own: those that come first. */
    public static final int MAX_OPERATIONS = 1000;

    /** How many threads get a row of their own: those that come first. */
    public static final int MAX_LOSSES = 1000;

    public JournalStatistics {
        losses = List.copyOf(losses);
        operations = List.copyOf(operations);
    }
}
