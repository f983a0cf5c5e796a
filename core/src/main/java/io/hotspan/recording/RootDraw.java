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

    RootDraw next() {
        count++;
        return this;
    }

    long traceHigh() {
        return SpanIds.traceHigh(seed, count);
    }

    long traceLow() {
        return SpanIds.traceLow(~seed, count);
    }
}
