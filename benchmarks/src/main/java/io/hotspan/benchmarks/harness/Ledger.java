package io.hotspan.benchmarks.harness;

/** Keeps {@link Counts}: totals since the start go in, what is new in the iteration comes out. */
public final class Ledger {
    private Ledger() {}

    /** Notes the totals so far of what was written and lost. */
    public static void totals(final Counts counts, final long written, final long lost) {
        if (written < 0 || lost < 0) {
            throw new IllegalStateException(
                    "miscounted: written=" + written + ", lost=" + lost + ": no figure");
        }
        counts.written += written - counts.seenWritten;
        counts.lost += lost - counts.seenLost;
        counts.seenWritten = written;
        counts.seenLost = lost;
    }

    /** Notes the total of what was written; the rest of what was opened is lost. */
    public static void written(final Counts counts, final AllOpened opened, final long written) {
        if (written == 0 && opened.spans() > 0) {
            throw new IllegalStateException("nothing was written: no figure");
        }
        totals(counts, written, opened.spans() - written);
    }

    /** Notes the total of what was lost; the rest of what was opened is written. */
    public static void lost(final Counts counts, final AllOpened opened, final long lost) {
        totals(counts, opened.spans() - lost, lost);
    }
}
