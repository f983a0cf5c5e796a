package io.hotspan.replay;

import io.hotspan.model.TraceId;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceState;

/**
 * One line about a trace.
 *
 * @param id not null
 * @param startEpochNanos when its root began, in nanoseconds since the epoch
 * @param durationNanos how long its root took, or {@link #OPEN}
 * @param state as {@link Trace#state()}; not null
 * @param rootName name of its root; not null. A trace whose root is not in the journal is told by
 *     its earliest span
 * @param spanCount spans of it that have begun
 */
public record TraceSummary(
        TraceId id,
        long startEpochNanos,
        long durationNanos,
        TraceState state,
        String rootName,
        long spanCount) {
    /** The {@link #durationNanos} of a trace whose root has not ended. */
    public static final long OPEN = -1;

    /** The line about a trace that was put together. */
    public static TraceSummary of(final Trace trace) {
        final SpanData root = trace.root();
        return new TraceSummary(
                new TraceId(root.traceIdHigh(), root.traceIdLow()),
                root.startEpochNanos(),
                root.isOpen() ? OPEN : root.durationNanos(),
                trace.state(),
                root.name(),
                trace.spans().size());
    }
}
