package io.hotspan.replay;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/** The durations of the spans of one name. */
final class OperationTally {
    private static final int DIGITS = 3;

    private final String name;
    private final Histogram durations;
    private long maxNanos;

    OperationTally(final String name) {
        this.name = name;
        // packed: a thousand names must fit into a small heap
        durations = new PackedHistogram(DIGITS);
        durations.setAutoResize(true);
    }

    /** A duration; less than nothing, which a program's own times can give, counts as nothing. */
    void add(final long durationNanos) {
        final long nanos = Math.max(0, durationNanos);
        durations.recordValue(nanos);
        maxNanos = Math.max(maxNanos, nanos);
    }

    OperationStatistics statistics() {
        return new OperationStatistics(
                name,
                durations.getTotalCount(),
                Math.min(maxNanos, durations.getValueAtPercentile(50)),
                Math.min(maxNanos, durations.getValueAtPercentile(99)),
                maxNanos);
    }
}
