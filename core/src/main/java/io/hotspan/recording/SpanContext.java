package io.hotspan.recording;

import io.hotspan.model.TraceId;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanIds;

/**
 * What a span needs to know of the one it hangs on: the trace, the parent, and whether the trace is
 * recorded. Immutable; may go to any thread or process.
 *
 * @param traceHigh first half of the trace id
 * @param traceLow last half of the trace id
 * @param spanId id of the parent; 0 in {@link #NONE} alone
 * @param sampled false: nothing below it is recorded
 * @param traceState the W3C header of that name that came with it; empty if none did
 */
public record SpanContext(
        long traceHigh, long traceLow, long spanId, boolean sampled, String traceState) {
    /** No trace: what hangs on it begins one. */
    public static final SpanContext NONE = new SpanContext(0, 0, 0, false, "");

    /** Whether there is a trace at all. */
    public boolean isPresent() {
        return spanId != 0;
    }

    /** A new trace of which nothing is recorded. */
    static SpanContext unsampled(final long traceHigh, final long traceLow) {
        // a span id must not be zero: that of a span that nobody recorded may be any
        return new SpanContext(traceHigh, traceLow, traceLow | 1, false, "");
    }

    /** The same, but nothing that hangs on it is recorded. */
    public SpanContext notSampled() {
        return new SpanContext(traceHigh, traceLow, spanId, false, traceState);
    }

    /** The id of the trace. */
    public TraceId traceId() {
        return new TraceId(traceHigh, traceLow);
    }

    /** The same with another {@code tracestate}. */
    public SpanContext withTraceState(final String state) {
        return new SpanContext(traceHigh, traceLow, spanId, sampled, state);
    }

    static SpanContext of(final Slot slot, final RingIdentity ring, final String traceState) {
        switch (slot.kind) {
            case Slot.LOCAL:
                return new SpanContext(
                        SpanIds.traceHigh(ring.traceHighSeed(), slot.rootOrdinal),
                        SpanIds.traceLow(ring.traceLowSeed(), slot.rootOrdinal),
                        SpanIds.spanId(ring.spanIdSeed(), slot.ordinal),
                        true,
                        traceState);
            case Slot.EXPLICIT:
                return new SpanContext(
                        slot.traceHigh,
                        slot.traceLow,
                        SpanIds.spanId(ring.spanIdSeed(), slot.ordinal),
                        true,
                        traceState);
            case Slot.CONTEXT:
                return new SpanContext(
                        slot.traceHigh, slot.traceLow, slot.parentSpanId, true, traceState);
            case Slot.UNSAMPLED:
                // a span id must not be zero: that of a span that nobody recorded may be any
                return new SpanContext(
                        slot.traceHigh,
                        slot.traceLow,
                        slot.parentSpanId == 0 ? slot.traceLow : slot.parentSpanId,
                        false,
                        traceState);
            case Slot.LOST:
                // ids that no span has; without any, a child elsewhere would begin a trace
                return new SpanContext(
                        SpanIds.traceHigh(ring.traceHighSeed(), slot.handle),
                        SpanIds.traceLow(ring.traceLowSeed(), slot.handle),
                        SpanIds.spanId(ring.spanIdSeed(), slot.handle),
                        false,
                        traceState);
            default: // EMPTY has no trace
                return NONE;
        }
    }

    void describe(final Slot slot) {
        slot.kind = !isPresent() ? Slot.EMPTY : sampled ? Slot.CONTEXT : Slot.UNSAMPLED;
        slot.traceHigh = traceHigh;
        slot.traceLow = traceLow;
        slot.parentSpanId = spanId;
        slot.traceState = traceState;
    }
}
