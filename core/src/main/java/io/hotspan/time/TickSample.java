package io.hotspan.time;

/**
 * What a counter and the system's clock showed at the same time.
 *
 * @param ticks of the counter
 * @param nanos of the system's clock
 * @param windowTicks the two were read within so many ticks
 */
record TickSample(long ticks, long nanos, long windowTicks) {
    private static final int READS = 8;

    /** Reads both several times: the two reads that lie closest are the truest. */
    static TickSample ofTsc() {
        TickSample best = null;
        for (int i = 0; i < READS; i++) {
            final long before = TscStub.readInOrder();
            final long nanos = System.nanoTime();
            final long windowTicks = TscStub.readInOrder() - before;
            if (best == null || windowTicks < best.windowTicks) {
                best = new TickSample(before + windowTicks / 2, nanos, windowTicks);
            }
        }
        return best;
    }

    /** Nanoseconds a tick took from an earlier sample to this one. */
    double nanosPerTickSince(final TickSample earlier) {
        return (double) (nanos - earlier.nanos) / (ticks - earlier.ticks);
    }

    /** How far that may be wrong, as a share of it. */
    double uncertaintySince(final TickSample earlier) {
        return (windowTicks + earlier.windowTicks) / 2.0 / (ticks - earlier.ticks);
    }
}
