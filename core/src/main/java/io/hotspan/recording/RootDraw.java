package io.hotspan.recording;

import io.hotspan.record.SpanIds;

/**
 * Draws trace ids for roots that have none of their ring: those that sampling has yet to decide on,
 * and those that are lost. One thread's own; reused.
 */
final class RootDraw {
    private final long seed;
    private long count;

    RootDraw(final long seed) {
        this.seed = seed;
    }

    /** Draws; the ids are computed from what it returns, by any thread. */
    long next() {
        return ++count;
    }

    long traceHigh(final long draw) {
        return SpanIds.traceHigh(seed, draw);
    }

    long traceLow(final long draw) {
        return SpanIds.traceLow(~seed, draw);
    }
}
