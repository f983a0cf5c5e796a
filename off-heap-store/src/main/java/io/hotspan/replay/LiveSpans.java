package io.hotspan.replay;

import io.hotspan.model.SpanStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The spans that are open, and those that ended a short while ago: records of other threads about
 * them may stand further on, since the drainer goes from ring to ring. Reuses spans.
 */
final class LiveSpans {
    private final SpanListener listener;
    private final boolean wantsDetails;
    private final ReplayLimits limits;
    private final ArrayDeque<OpenSpan> lingering = new ArrayDeque<>();
    private long lingeringBytes;
    private long drainedEpochNanos;
    private OpenSpan free;

    /**
     * @param wantsDetails whether attributes and the like are wanted
     */
    LiveSpans(final SpanListener listener, final boolean wantsDetails, final ReplayLimits limits) {
        this.listener = listener;
        this.wantsDetails = wantsDetails;
        this.limits = limits;
    }

    /** The records that come next were drained at this time, in nanoseconds since the epoch. */
    void drainedAt(final long epochNanos) {
        drainedEpochNanos = epochNanos;
    }

    /** A new open span, in its ring's table. */
    OpenSpan begin(final RingReplay ring, final long ordinal, final TraceEntry trace) {
        OpenSpan span = free;
        if (span == null) {
            span = new OpenSpan();
        } else {
            free = span.nextFree;
        }
        span.ring = ring;
        span.ordinal = ordinal;
        span.trace = trace;
        span.isEnded = false;
        span.isEndGiven = false;
        span.endsOk = false;
        span.status = SpanStatus.UNSET;
        span.droppedRecords = 0;
        span.detailBytes = 0;
        span.wantsDetails = wantsDetails;
        ring.spans.put(span);
        return span;
    }

    /** A span has ended; it waits for late records. */
    void end(final OpenSpan span) {
        span.isEnded = true;
        span.endDrainedEpochNanos = drainedEpochNanos;
        lingering.addLast(span);
        lingeringBytes += span.detailBytes;
        while (hasWaitedEnough()) {
            finish(lingering.pollFirst());
        }
    }

    private boolean hasWaitedEnough() {
        final int count = lingering.size();
        return count > limits.maxLingeringSpans()
                || lingeringBytes > limits.lingeringBytes()
                || count > limits.minLingeringSpans()
                        && drainedEpochNanos - lingering.peekFirst().endDrainedEpochNanos
                                > limits.lingeringNanos();
    }

    /** More has come of a span. */
    void addDetailBytes(final OpenSpan span, final int bytes) {
        span.detailBytes += bytes;
        if (span.isEnded) {
            lingeringBytes += bytes;
        }
    }

    /** Finishes a span, open or ended, out of turn. */
    void finishNow(final OpenSpan span) {
        if (span.isEnded) {
            lingering.remove(span);
        }
        finish(span);
    }

    /** Finishes all spans that have ended. */
    void finishEnded() {
        for (OpenSpan span = lingering.pollFirst(); span != null; span = lingering.pollFirst()) {
            finish(span);
        }
    }

    /** Finishes all spans of a ring, open ones too. */
    void finishAll(final RingReplay ring) {
        finishEnded();
        final List<OpenSpan> open = new ArrayList<>(ring.spans.size());
        ring.spans.forEach(open::add);
        open.sort(Comparator.comparingLong(span -> span.ordinal));
        open.forEach(this::finish);
    }

    private void finish(final OpenSpan span) {
        if (span.isEnded) {
            lingeringBytes -= span.detailBytes;
        }
        span.ring.spans.remove(span);
        listener.finished(span);
        span.clear();
        span.nextFree = free;
        free = span;
    }
}
