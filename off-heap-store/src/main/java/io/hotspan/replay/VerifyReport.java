package io.hotspan.replay;

import io.hotspan.journal.Damage;
import java.util.List;

/**
 * What a look at every byte of a journal found.
 *
 * @param blocks blocks that could be read
 * @param records records in them
 * @param spans spans that began
 * @param openSpans of these, spans that have not ended
 * @param lostSpans spans that were counted as lost when they should have begun
 * @param lostRecords attributes, events and the like that were counted as lost
 * @param unknownRecords records of types that this version does not know
 * @param notClosedSessions sessions, by their ids, whose writer has not closed them: it writes
 *     still, or it died. What of them is there was checked, but not whether that is all
 * @param findingCount places where the journal is not whole
 * @param findings the first {@link #MAX_FINDINGS} of them, in the order of reading
 */
public record VerifyReport(
        long blocks,
        long records,
        long spans,
        long openSpans,
        long lostSpans,
        long lostRecords,
        long unknownRecords,
        List<Long> notClosedSessions,
        long findingCount,
        List<Damage> findings) {
    /** How many findings are told one by one. */
    public static final int MAX_FINDINGS = 100;

    public VerifyReport {
        notClosedSessions = List.copyOf(notClosedSessions);
        findings = List.copyOf(findings);
    }

    /** Whether nothing is missing, doubled, torn or out of order. */
    public boolean isWhole() {
        return findingCount == 0;
    }
}
