package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.ring.RingCounters;
import java.util.HashMap;
import java.util.Map;

/** What the rings counted: of each ring, the newest block of counters says it all. */
final class LossCounters {
    record Ring(long sessionId, int ringNumber) {}

    private final Map<Ring, RingCounters> newest = new HashMap<>();

    /** Takes a block of kind COUNTERS. */
    void accept(final Block block) {
        newest.put(new Ring(block.sessionId(), block.ring().ringNumber()), block.counters());
    }

    Map<Ring, RingCounters> byRing() {
        return newest;
    }

    long lostSpans() {
        return newest.values().stream().mapToLong(RingCounters::lostSpans).sum();
    }

    long lostRecords() {
        return newest.values().stream().mapToLong(RingCounters::lostRecords).sum();
    }
}
