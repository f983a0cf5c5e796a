package io.hotspan.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells of the newest traces of a journal, in memory that does not grow with the journal: a first
 * pass finds out which they are, a second one, if there are more than that keeps, counts their
 * spans.
 */
final class NewestTraces implements SpanListener {
    private final TraceTable<TraceTally> tallies = new TraceTable<>();
    private final int maxKept;
    private final boolean isSecondPass;
    private boolean hasDropped;
    private long latestDroppedEpochNanos = Long.MIN_VALUE;

    /**
     * @param maxKept how many traces to keep in mind, the newest of those that came
     */
    NewestTraces(final int maxKept) {
        this(maxKept, false);
    }

    private NewestTraces(final int maxKept, final boolean isSecondPass) {
        this.maxKept = maxKept;
        this.isSecondPass = isSecondPass;
    }

    /** Whether traces were dropped, so that what is known of the others may be too little. */
    boolean hasDropped() {
        return hasDropped;
    }

    /** No trace that was dropped began later. */
    long latestDroppedEpochNanos() {
        return latestDroppedEpochNanos;
    }

    /** For another pass, which looks at the traces that are in mind now, and at all of them. */
    NewestTraces forSecondPass() {
        final NewestTraces second = new NewestTraces(maxKept, true);
        tallies.forEach(tally -> second.tallies.put(new TraceTally(tally.high, tally.low)));
        return second;
    }

    /** The newest traces, newest first. */
    List<TraceSummary> newest(final int limit) {
        final List<TraceTally> all = new ArrayList<>(tallies.size());
        tallies.forEach(all::add);
        return all.stream()
                .filter(tally -> !tally.isEmpty())
                .sorted(Comparator.comparingLong(TraceTally::startEpochNanos).reversed())
                .limit(limit)
                .map(TraceTally::summary)
                .toList();
    }

    @Override
    public TraceEntry traceOf(final long high, final long low, final boolean isRoot) {
        return tallyOf(high, low);
    }

    @Override
    public void started(final OpenSpan span) {
        ((TraceTally) span.trace).started(span);
    }

    @Override
    public void finished(final OpenSpan span) {
        ((TraceTally) span.trace).finished(span);
    }

    @Override
    public boolean wantsFacts(final long high, final long low) {
        return !isSecondPass || tallies.get(high, low) != null;
    }

    @Override
    public void fact(final long high, final long low, final TraceFact fact) {
        if (fact.state() != null) {
            tallyOf(high, low).add(fact);
        }
    }

    private TraceTally tallyOf(final long high, final long low) {
        TraceTally tally = tallies.get(high, low);
        if (tally == null && !isSecondPass) {
            if (tallies.size() >= 2L * maxKept) {
                dropOldest();
            }
            tally = new TraceTally(high, low);
            tallies.put(tally);
        }
        return tally;
    }

    private void dropOldest() {
        final List<TraceTally> all = new ArrayList<>(tallies.size());
        tallies.forEach(all::add);
        all.sort(Comparator.comparingLong(TraceTally::latestStartEpochNanos).reversed());
        all.subList(maxKept, all.size()).forEach(tallies::remove);
        hasDropped = true;
        latestDroppedEpochNanos =
                Math.max(latestDroppedEpochNanos, all.get(maxKept).latestStartEpochNanos());
    }
}
