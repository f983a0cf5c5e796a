package io.hotspan.replay;

/** What a pass over a journal met with, beside spans. */
final class ReplayCounts {
    /** Records of types that this version does not know. */
    long unknownRecords;

    /** Places that hold no record, or one whose content is none. */
    long damagedRecords;

    /** Records about a span that has not begun, or is finished already. */
    long unmatchedRecords;

    /** Bytes of rings that are missing between blocks. */
    long missingBytes;

    ReplayReport report() {
        return new ReplayReport(unknownRecords, damagedRecords, unmatchedRecords, missingBytes);
    }
}
