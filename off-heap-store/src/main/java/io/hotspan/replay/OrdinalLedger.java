package io.hotspan.replay;

import java.util.Arrays;

/**
 * Which ordinals of a ring have begun. They come in order, but for threads of a shared ring that
 * overtake each other by a little: so the next one, and the few gaps below it, say it all.
 */
final class OrdinalLedger {
    /** Takes a range of ordinals. */
    @FunctionalInterface
    interface RangeConsumer {
        void range(long first, long last);
    }

    private static final int MAX_GAPS = 1 << 16;

    private long next;
    private long count;
    private long[] gaps = new long[4]; // first and last of each, in order
    private int gapsLength;

    /**
     * @param first lowest ordinal that may come; 0 if the first to come decides
     */
    OrdinalLedger(final long first) {
        next = first;
    }

    /** How many ordinals began. */
    long count() {
        return count;
    }

    /** The highest ordinal that began; 0 before any. */
    long last() {
        return count == 0 ? 0 : next - 1;
    }

    /** Notes a beginning. Returns false if the ordinal had begun before. */
    boolean begin(final long ordinal) {
        if (ordinal == next) {
            next++;
            count++;
            return true;
        }
        return beginOutOfOrder(ordinal);
    }

    /** Whether the ordinal has begun, so that nothing is to be waited for. */
    boolean hasBegun(final long ordinal) {
        return ordinal < next && gapOf(ordinal) < 0;
    }

    /** Hands out the ordinals that are missing below the highest one that began. */
    void forEachGap(final RangeConsumer consumer) {
        for (int i = 0; i < gapsLength; i += 2) {
            consumer.range(gaps[i], gaps[i + 1]);
        }
    }

    private boolean beginOutOfOrder(final long ordinal) {
        if (ordinal > next) {
            if (next > 0) {
                addGap(gapsLength, next, ordinal - 1);
            }
            next = ordinal + 1;
            count++;
            return true;
        }
        final int gap = gapOf(ordinal);
        if (gap < 0) {
            return false;
        }
        fill(gap, ordinal);
        count++;
        return true;
    }

    private int gapOf(final long ordinal) {
        for (int i = gapsLength - 2; i >= 0; i -= 2) { // what is late is late by little
            if (ordinal > gaps[i + 1]) {
                return -1;
            }
            if (ordinal >= gaps[i]) {
                return i;
            }
        }
        return -1;
    }

    private void fill(final int gap, final long ordinal) {
        final long first = gaps[gap];
        final long last = gaps[gap + 1];
        if (first == last) {
            removeGap(gap);
        } else if (ordinal == first) {
            gaps[gap] = first + 1;
        } else {
            gaps[gap + 1] = ordinal - 1;
            if (ordinal < last) {
                addGap(gap + 2, ordinal + 1, last);
            }
        }
    }

    private void addGap(final int at, final long first, final long last) {
        if (gapsLength == MAX_GAPS) {
            return; // damage beyond reason: what is missing here counts as begun
        }
        if (gapsLength == gaps.length) {
            gaps = Arrays.copyOf(gaps, 2 * gapsLength);
        }
        System.arraycopy(gaps, at, gaps, at + 2, gapsLength - at);
        gaps[at] = first;
        gaps[at + 1] = last;
        gapsLength += 2;
    }

    private void removeGap(final int at) {
        System.arraycopy(gaps, at + 2, gaps, at, gapsLength - at - 2);
        gapsLength -= 2;
    }
}
