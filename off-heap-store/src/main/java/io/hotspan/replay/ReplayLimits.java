package io.hotspan.replay;

/**
 * How long what has ended is kept in memory, since what belongs to it may come later: the drainer
 * goes from ring to ring, and passes over those that have little. An ended span waits for more
 * until all of the first two, or any of the others, is exceeded.
 *
 * @param minLingeringSpans ended spans that wait in any case
 * @param lingeringNanos how much later the drainer was
 * @param maxLingeringSpans ended spans that wait at most
 * @param lingeringBytes bytes of the records of ended spans
 * @param heldBytes memory that the finished spans of open traces take, roughly
 */
record ReplayLimits(
        int minLingeringSpans,
        long lingeringNanos,
        int maxLingeringSpans,
        long lingeringBytes,
        long heldBytes) {
    /** Everything waits to the end: for who wants little of the journal, and that as a whole. */
    static final ReplayLimits NONE =
            new ReplayLimits(
                    Integer.MAX_VALUE,
                    Long.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Long.MAX_VALUE,
                    Long.MAX_VALUE);

    private static final int MIN_SPANS = 1 << 14;
    private static final int MAX_SPANS = 1 << 16;
    private static final int SPAN_BYTES = 2048; // of the whole heap, so that a span is a small part
    private static final long MIN_BYTES = 4 << 20;

    /** Ten times what a drainer lets small blocks wait by default. */
    private static final long LINGERING_NANOS = 100_000_000;

    /** Limits for this JVM's heap: decoded, records take a multiple of their bytes. */
    static ReplayLimits ofHeap() {
        return ofHeap(Runtime.getRuntime().maxMemory());
    }

    static ReplayLimits ofHeap(final long heapBytes) {
        return new ReplayLimits(
                MIN_SPANS,
                LINGERING_NANOS,
                (int) Math.max(MIN_SPANS, Math.min(MAX_SPANS, heapBytes / SPAN_BYTES)),
                Math.max(MIN_BYTES, heapBytes / 32),
                Math.max(MIN_BYTES, heapBytes / 8));
    }
}
