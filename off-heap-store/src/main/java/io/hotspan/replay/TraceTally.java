package io.hotspan.replay;

import io.hotspan.model.StatusCode;
import io.hotspan.model.TraceId;
import io.hotspan.record.RingIdentity;
import io.hotspan.trace.TraceState;

/** Counts the spans of one trace, and remembers of them what a {@link TraceSummary} tells. */
final class TraceTally extends TraceEntry {
    private final TraceFacts facts = new TraceFacts();
    private long spanCount;
    private long latestStartEpochNanos = Long.MIN_VALUE;
    private boolean hasRoot;

    /**
     * Whether the span that stands for the root has a parent elsewhere: the next best to a root.
     */
    private boolean hasTop;

    private RingIdentity toldRing;
    private long toldOrdinal;
    private String name = "";
    private long startEpochNanos = Long.MAX_VALUE;
    private long endEpochNanos;
    private boolean isOpen = true;
    private boolean isError;

    TraceTally(final long high, final long low) {
        super(high, low);
    }

    /** When the root began, or the span that stands for it. */
    long startEpochNanos() {
        return startEpochNanos;
    }

    /** When the span began that began last; no earlier than the trace. */
    long latestStartEpochNanos() {
        return latestStartEpochNanos;
    }

    void add(final TraceFact fact) {
        if (fact.state() != null) {
            facts.add(fact);
        }
    }

    void started(final OpenSpan span) {
        spanCount++;
        latestStartEpochNanos = Math.max(latestStartEpochNanos, span.startEpochNanos);
        if (isBetter(span)) {
            tell(span);
        }
    }

    /** The span may have another name, status or start by now. */
    void finished(final OpenSpan span) {
        if (isBetter(span) || isTold(span)) {
            tell(span);
        }
    }

    private boolean isBetter(final OpenSpan span) {
        if (span.isRoot() != hasRoot) {
            return span.isRoot();
        }
        if (!hasRoot && span.isParentElsewhere() != hasTop) {
            return span.isParentElsewhere();
        }
        return span.startEpochNanos < startEpochNanos;
    }

    private boolean isTold(final OpenSpan span) {
        return span.ring.identity.equals(toldRing) && span.ordinal == toldOrdinal;
    }

    private void tell(final OpenSpan span) {
        toldRing = span.ring.identity;
        toldOrdinal = span.ordinal;
        hasRoot = span.isRoot();
        hasTop = span.isParentElsewhere();
        name = span.name;
        startEpochNanos = span.startEpochNanos;
        isOpen = !span.isEnded;
        endEpochNanos = span.endEpochNanos;
        isError = span.finalStatus().code() == StatusCode.ERROR;
    }

    boolean isEmpty() {
        return spanCount == 0;
    }

    TraceSummary summary() {
        return new TraceSummary(
                new TraceId(high, low),
                startEpochNanos,
                isOpen ? TraceSummary.OPEN : endEpochNanos - startEpochNanos,
                state(),
                name,
                spanCount);
    }

    private TraceState state() {
        if (facts.state() != null) {
            return facts.state();
        }
        if (isOpen) {
            return TraceState.IN_PROGRESS;
        }
        return isError ? TraceState.ERROR : TraceState.OK;
    }
}
