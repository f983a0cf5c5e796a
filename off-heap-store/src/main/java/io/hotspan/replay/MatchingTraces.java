package io.hotspan.replay;

import io.hotspan.search.TraceFilter;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds out which traces may match a filter, from traces that may come in parts, and keeps in mind
 * the newest of those that came.
 */
final class MatchingTraces implements Consumer<Trace> {
    private final TraceTable<Match> matches = new TraceTable<>();
    private final TraceFilter filter;
    private final int maxKept;
    private long latestDroppedEpochNanos = Long.MIN_VALUE;

    /**
     * @param maxKept how many traces to keep in mind
     */
    MatchingTraces(final TraceFilter filter, final int maxKept) {
        this.filter = filter;
        this.maxKept = maxKept;
    }

    @Override
    public void accept(final Trace part) {
        if (!filter.mayMatchTraceOf(part)) {
            return;
        }
        final SpanData first = part.root();
        final long epochNanos = first.startEpochNanos();
        final Match known = matches.get(first.traceIdHigh(), first.traceIdLow());
        if (known != null) {
            known.epochNanos = Math.max(known.epochNanos, epochNanos);
            return;
        }
        if (matches.size() >= 2L * maxKept) {
            dropOldest();
        }
        matches.put(new Match(first.traceIdHigh(), first.traceIdLow(), epochNanos));
    }

    /** Whether traces were dropped that began after a time, or at it. */
    boolean hasDroppedSince(final long epochNanos) {
        return latestDroppedEpochNanos >= epochNanos;
    }

    /** What collects the traces that are in mind as a whole. */
    TraceCollector collector() {
        if (matches.size() > maxKept) {
            dropOldest();
        }
        final TraceCollector collector = new TraceCollector();
        matches.forEach(match -> collector.collect(match.high, match.low));
        return collector;
    }

    private void dropOldest() {
        final List<Match> all = new ArrayList<>(matches.size());
        matches.forEach(all::add);
        all.sort(Comparator.<Match>comparingLong(match -> match.epochNanos).reversed());
        latestDroppedEpochNanos = Math.max(latestDroppedEpochNanos, all.get(maxKept).epochNanos);
        all.subList(maxKept, all.size()).forEach(matches::remove);
    }

    private static final class Match extends TraceEntry {
        /** When the latest of its parts began; no earlier than the trace. */
        private long epochNanos;

        Match(final long high, final long low, final long epochNanos) {
            super(high, low);
            this.epochNanos = epochNanos;
        }
    }
}
