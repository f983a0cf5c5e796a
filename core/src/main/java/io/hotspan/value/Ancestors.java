package io.hotspan.value;

import java.util.Arrays;

/** The containers that are being written, one inside the other: knows cycles and depth. */
final class Ancestors {
    /** No shortage of stack lowers the limit further than this. */
    private static final int LEAST_LIMIT = 8;

    private Object[] open = new Object[16];
    private int depth;
    private int beanDepth;
    private int limit = ValueLimits.MAX_DEPTH;

    int depth() {
        return depth;
    }

    int beanDepth() {
        return beanDepth;
    }

    /** Closes all that was opened since there were so many. */
    void closeTo(final int depth, final int beanDepth) {
        while (this.depth > depth) {
            open[--this.depth] = null; // pins nothing of the user's
        }
        this.beanDepth = beanDepth;
    }

    void reset() {
        closeTo(0, 0);
        limit = ValueLimits.MAX_DEPTH;
    }

    boolean isDeepest() {
        return depth >= limit;
    }

    boolean isDeepestBean() {
        return beanDepth >= ValueLimits.MAX_BEAN_DEPTH;
    }

    /** Whether this very object is open: one that equals it is no cycle. */
    @SuppressWarnings("ReferenceEquality")
    boolean contains(final Object container) {
        for (int i = depth - 1; i >= 0; i--) {
            if (open[i] == container) {
                return true;
            }
        }
        return false;
    }

    void open(final Object container) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = container;
    }

    void close() {
        open[--depth] = null;
    }

    void openBean() {
        beanDepth++;
    }

    void closeBean() {
        beanDepth--;
    }

    /** The thread's stack ended at this depth: the rest of this value goes no deeper. */
    void stackEnded() {
        limit = Math.min(limit, Math.max(LEAST_LIMIT, depth));
    }
}
