package io.hotspan.replay;

import io.hotspan.record.RingIdentity;
import org.agrona.collections.LongHashSet;

/** What verification knows of one ring. */
final class VerifiedRing {
    final RingIdentity identity;

    /** Ordinals that began. */
    final OrdinalLedger ledger;

    /** Ordinals of the spans that began and have not ended. */
    final LongHashSet open = new LongHashSet();

    /** Position behind the last byte that was read. */
    long nextPosition;

    /** Findings there were when the last block of this ring was read. */
    long findingCount;

    /** Lowest ordinal that is in the journal; 0 before any. What is below may have been deleted. */
    private long firstOrdinal;

    private final boolean isFromTheStart;

    VerifiedRing(final RingIdentity identity, final long startPosition) {
        this.identity = identity;
        isFromTheStart = startPosition == 0;
        ledger = new OrdinalLedger(isFromTheStart ? 1 : 0);
        nextPosition = startPosition;
    }

    /** A span begins. Returns false if that ordinal has begun before. */
    boolean begin(final long ordinal) {
        if (firstOrdinal == 0) {
            firstOrdinal = isFromTheStart ? 1 : ordinal;
        }
        open.add(ordinal);
        return ledger.begin(ordinal) || ordinal < firstOrdinal;
    }

    /** Whether the span may have begun in a segment that retention has deleted. */
    boolean mayHaveBegunBefore(final long ordinal) {
        return !isFromTheStart && (firstOrdinal == 0 || ordinal < firstOrdinal);
    }
}
