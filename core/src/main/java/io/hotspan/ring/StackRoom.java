package io.hotspan.ring;

/**
 * Makes sure that the calling thread's stack will last for a claim, from end to end. A stack that
 * overflowed between claim and commit would leave the claim open for ever, and no reader passes it.
 */
final class StackRoom {
    private static final int FRAMES = 4;

    private StackRoom() {}

    /**
     * Takes more stack than a claim, its filling and its commit do.
     *
     * @throws StackOverflowError if there is too little: nothing has been done then
     */
    static void check() {
        take(FRAMES, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Its arguments are its size: the interpreter puts each into the frame. */
    private static long take(
            final int frames,
            final long a,
            final long b,
            final long c,
            final long d,
            final long e,
            final long f,
            final long g,
            final long h,
            final long i,
            final long j,
            final long k,
            final long l,
            final long m,
            final long n,
            final long o,
            final long p) {
        return frames == 0 ? a : take(frames - 1, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, a);
    }
}
