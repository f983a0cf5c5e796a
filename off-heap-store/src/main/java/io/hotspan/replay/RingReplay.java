package io.hotspan.replay;

import io.hotspan.record.RingIdentity;

/** Where replay is in one ring. */
final class RingReplay {
    final SessionReplay session;
    final RingIdentity identity;
    final SpanTable spans = new SpanTable();
    final OrdinalLedger ledger;

    /** Position behind the last byte that was read. */
    long nextPosition;

    /** Name of the thread that the next spans belong to; null if it is not known. */
    String threadName;

    RingReplay(final SessionReplay session, final RingIdentity identity, final long startPosition) {
        this.session = session;
        this.identity = identity;
        this.nextPosition = startPosition;
        this.ledger = new OrdinalLedger(startPosition == 0 ? 1 : 0);
    }
}
