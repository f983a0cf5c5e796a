package io.hotspan.record;

/**
 * Computes ids from a ring's seed and a span's ordinal. The hot path then stores no id at all: a
 * reader expands the ordinal. The mix is a bijection, so ids of one ring never repeat; ids of
 * different rings meet with the probability of random 64-bit (128-bit for traces) numbers.
 *
 * <p>Source: the finalizer {@code mix64variant13} by David Stafford, as in SplitMix64 (Steele, Lea,
 * Flood: Fast splittable pseudorandom number generators, OOPSLA 2014).
 */
public final class SpanIds {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private SpanIds() {}

    /** The span id of an ordinal; never zero. */
    public static long spanId(final long spanIdSeed, final long ordinal) {
        return nonZero(mix(spanIdSeed + ordinal * GOLDEN_GAMMA));
    }

    /** The first half of the id of the trace whose root has this ordinal. */
    public static long traceHigh(final long traceHighSeed, final long rootOrdinal) {
        return mix(traceHighSeed + rootOrdinal * GOLDEN_GAMMA);
    }

    /** The last half of the id of the trace whose root has this ordinal; never zero. */
    public static long traceLow(final long traceLowSeed, final long rootOrdinal) {
        return nonZero(mix(traceLowSeed + rootOrdinal * GOLDEN_GAMMA));
    }

    private static long nonZero(final long id) {
        return id == 0 ? GOLDEN_GAMMA : id;
    }

    private static long mix(final long seed) {
        long z = seed;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
