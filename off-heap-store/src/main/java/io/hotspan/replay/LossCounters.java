package io.hotspan.replay;

import io.hotspan.block.Block;
import io.hotspan.record.ClockAnchor;
import io.hotspan.ring.RingCounters;
import io.hotspan.ring.RingPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rings counted: of each ring, the newest block of counters says it all. What came on top
 * since the one before is the loss of the thread that has the ring: the last counters of a thread
 * are stored before its ring goes to the next one.
 */
final class LossCounters {
    private static final RingCounters ZERO = new RingCounters(0, 0, 0, 0, 0, 0);

    record Ring(long sessionId, int ringNumber) {}

    record ThreadOfRing(Ring ring, String thread) {}

    private final Map<Ring, RingCounters> newest = new HashMap<>();
    private final Map<ThreadOfRing, ThreadLoss> losses = new LinkedHashMap<>();
    private ThreadLoss others;

    /**
     * Takes a block of kind COUNTERS.
     *
     * @param thread name of the thread that has the ring; null if it is not known
     */
    void accept(final Block block, final String thread) {
        final Ring ring = new Ring(block.sessionId(), block.ring().ringNumber());
        final RingCounters counters = block.counters();
        final RingCounters before = newest.put(ring, counters);
        final ThreadLoss more =
                loss(name(ring, thread), before == null ? ZERO : before, counters, block.anchor());
        if (more.lostSpans() > 0 || more.lostRecords() > 0 || more.waitedNanos() > 0) {
            add(new ThreadOfRing(ring, more.thread()), more);
        }
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

    long waitedNanos() {
        return newest.values().stream().mapToLong(RingCounters::waitedNanos).sum();
    }

    /** One entry for each thread that lost something or waited, in the order of the journal. */
    List<ThreadLoss> byThread() {
        final List<ThreadLoss> all = new ArrayList<>(losses.values());
        if (others != null) {
            all.add(others);
        }
        return all;
    }

    private void add(final ThreadOfRing key, final ThreadLoss more) {
        if (losses.containsKey(key) || losses.size() < JournalStatistics.MAX_LOSSES) {
            losses.merge(key, more, ThreadLoss::plus);
        } else {
            final ThreadLoss nothing = new ThreadLoss(ThreadLoss.OTHERS, 0, 0, 0, 0, 0);
            others = (others == null ? nothing : others).plus(more);
        }
    }

    private static ThreadLoss loss(
            final String thread,
            final RingCounters before,
            final RingCounters now,
            final ClockAnchor anchor) {
        final long lostSpans = now.lostSpans() - before.lostSpans();
        final long lostRecords = now.lostRecords() - before.lostRecords();
        final boolean isLoss = lostSpans > 0 || lostRecords > 0;
        return new ThreadLoss(
                thread,
                lostSpans,
                lostRecords,
                isLoss ? anchor.epochNanosAt(now.firstLossNanos()) : 0,
                isLoss ? anchor.epochNanosAt(now.lastLossNanos()) : 0,
                now.waitedNanos() - before.waitedNanos());
    }

    private static String name(final Ring ring, final String thread) {
        if (thread != null) {
            return thread;
        }
        return ring.ringNumber() == RingPool.SHARED_RING_NUMBER
                ? "(threads that share a ring)"
                : "(unknown, ring " + ring.ringNumber() + ")";
    }
}
