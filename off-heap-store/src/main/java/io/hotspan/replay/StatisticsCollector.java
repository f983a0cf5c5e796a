package io.hotspan.replay;

import io.hotspan.model.StatusCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts a journal's spans; it keeps none of them. */
final class StatisticsCollector implements SpanListener {
    private static final TraceEntry ANY_TRACE = new TraceEntry(0, 0) {};

    private final TraceCounter traces = new TraceCounter();
    private final Map<String, OperationTally> operations = new HashMap<>();
    private OperationTally others;
    private long spanCount;
    private long openCount;
    private long errorCount;
    private long firstEpochNanos = Long.MAX_VALUE;
    private long lastEpochNanos = Long.MIN_VALUE;

    @Override
    public TraceEntry traceOf(final long high, final long low, final boolean isRoot) {
        traces.add(low, isRoot);
        return ANY_TRACE;
    }

    @Override
    public void started(final OpenSpan span) {
        spanCount++;
    }

    @Override
    public void finished(final OpenSpan span) {
        firstEpochNanos = Math.min(firstEpochNanos, span.startEpochNanos);
        lastEpochNanos = Math.max(lastEpochNanos, span.startEpochNanos);
        if (span.finalStatus().code() == StatusCode.ERROR) {
            errorCount++;
        }
        if (span.isEnded) {
            lastEpochNanos = Math.max(lastEpochNanos, span.endEpochNanos);
            operation(span.name).add(span.endEpochNanos - span.startEpochNanos);
        } else {
            openCount++;
        }
    }

    @Override
    public boolean wantsFacts(final long high, final long low) {
        return false;
    }

    @Override
    public void fact(final long high, final long low, final TraceFact fact) {
        throw new IllegalStateException("facts are not wanted");
    }

    /** The numbers, once all is read. */
    JournalStatistics statistics(final LossCounters losses, final long journalBytes) {
        return new JournalStatistics(
                traces.count(),
                spanCount,
                openCount,
                losses.lostSpans(),
                losses.lostRecords(),
                losses.waitedNanos(),
                losses.byThread(),
                journalBytes,
                spanCount == 0 ? 0 : (double) journalBytes / spanCount,
                spanCount == 0 ? 0 : firstEpochNanos,
                spanCount == 0 ? 0 : lastEpochNanos,
                errorCount,
                rows());
    }

    private OperationTally operation(final String name) {
        final OperationTally known = operations.get(name);
        if (known != null) {
            return known;
        }
        if (operations.size() < JournalStatistics.MAX_OPERATIONS) {
            final OperationTally tally = new OperationTally(name);
            operations.put(name, tally);
            return tally;
        }
        if (others == null) {
            others = new OperationTally(OperationStatistics.OTHERS);
        }
        return others;
    }

    private List<OperationStatistics> rows() {
        final List<OperationStatistics> rows =
                new java.util.ArrayList<>(
                        operations.values().stream()
                                .map(OperationTally::statistics)
                                .sorted(
                                        Comparator.comparingLong(OperationStatistics::count)
                                                .reversed()
                                                .thenComparing(OperationStatistics::name))
                                .toList());
        if (others != null) {
            rows.add(others.statistics());
        }
        return rows;
    }
}
