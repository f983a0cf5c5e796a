package io.hotspan.replay;

import org.agrona.collections.Int2ObjectHashMap;

/** What replay knows of one session: one start of one recording process. */
final class SessionReplay {
    final SymbolTexts symbols = new SymbolTexts();
    final Int2ObjectHashMap<RingReplay> rings = new Int2ObjectHashMap<>();

    final PendingRecords pending;
    final PendingValues values;

    SessionReplay(final ByteBudget budget) {
        pending = new PendingRecords(budget);
        values = new PendingValues(budget);
    }
}
