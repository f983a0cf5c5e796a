package io.hotspan.replay;

/**
 * What a pass over a journal left out.
 *
 * @param unknownRecords records of types that this version does not know
 * @param damagedRecords places that hold no record, or one whose content is none
 * @param unmatchedRecords records about a span that did not begin, or that was handed out before:
 *     those of a thread whose ring was drained much later
 * @param missingBytes bytes of rings that are missing between blocks
 */
public record ReplayReport(
        long unknownRecords, long damagedRecords, long unmatchedRecords, long missingBytes) {}
