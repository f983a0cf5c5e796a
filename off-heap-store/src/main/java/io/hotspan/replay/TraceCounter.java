package io.hotspan.replay;

import org.agrona.collections.Long2LongHashMap;

/**
 * Counts distinct traces, by the last half of their ids. Roots are counted one by one. To know of
 * which traces there is no root, it remembers ids: all of them up to a limit, and beyond it every
 * second, fourth, … one by a hash; then the count of traces without a root is an estimate (its
 * error is some 0.2 % of all traces; none at all if every trace has its root).
 *
 * <p>Source: adaptive sampling; Flajolet, On adaptive sampling, Computing 43 (1990).
 */
final class TraceCounter {
    private static final int MAX_REMEMBERED = 1 << 18;
    private static final long HAS_ROOT = 1;
    private static final long HAS_NO_ROOT = 0;

    private final Long2LongHashMap remembered = new Long2LongHashMap(-1);
    private final int maxRemembered;
    private long rootCount;
    private int sampleShift;

    TraceCounter() {
        this(MAX_REMEMBERED);
    }

    TraceCounter(final int maxRemembered) {
        this.maxRemembered = maxRemembered;
    }

    /** A span of a trace begins. */
    void add(final long traceLow, final boolean isRoot) {
        if (isRoot) {
            rootCount++;
        }
        if (!isSampled(traceLow)) {
            return;
        }
        if (isRoot) {
            remembered.put(traceLow, HAS_ROOT);
        } else {
            remembered.putIfAbsent(traceLow, HAS_NO_ROOT);
        }
        while (remembered.size() > maxRemembered) {
            sampleShift++;
            remembered.keySet().removeIfLong(low -> !isSampled(low));
        }
    }

    /** Roots, and traces without one. */
    long count() {
        long withoutRoot = 0;
        for (final long hasRoot : remembered.values()) {
            withoutRoot += hasRoot == HAS_NO_ROOT ? 1 : 0;
        }
        return rootCount + (withoutRoot << sampleShift);
    }

    private boolean isSampled(final long traceLow) {
        // ids from elsewhere need not be random
        final long hash = (traceLow ^ traceLow >>> 32) * 0x9E3779B97F4A7C15L;
        return hash >>> 1 >>> Long.SIZE - 1 - sampleShift == 0;
    }
}
