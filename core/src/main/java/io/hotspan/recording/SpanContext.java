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
 * @param lost the trace would be recorded, but there was no room for its root: nothing below it is
 *     recorded, and each span counts as lost
 * @param traceState the W3C header of that name that came with it; empty if none did
 */
public record SpanContext(
        long traceHigh,
        long traceLow,
        long spanId,
        boolean sampled,
        boolean lost,
        String traceState) {
    /** No trace: what hangs on it begins one. */
    public static final SpanContext NONE = new SpanContext(0, 0, 0, false, false, "");

    /** A context that came from another process. */
    public static SpanContext remote(
            final long traceHigh,
            final long traceLow,
            final long spanId,
            final boolean sampled,
            final String traceState) {
        return new SpanContext(traceHigh, traceLow, spanId, sampled, false, traceState);
    }

    /**
     * The context below the root of a trace that is not recorded. A span id must not be zero: that
     * of a span that nobody recorded may be any.
     */
    static SpanContext unrecorded(final long traceHigh, final long traceLow, final boolean lost) {
        return new SpanContext(traceHigh, traceLow, traceLow, false, lost, "");
    }

    /** Whether there is a trace at all. */
    public boolean isPresent() {
        return spanId != 0;
    }

    /** The same, but nothing that hangs on it is recorded. */
    public SpanContext notSampled() {
        return new SpanContext(traceHigh, traceLow, spanId, false, lost, traceState);
    }

    /** The id of the trace. */
    public TraceId traceId() {
        return new TraceId(traceHigh, traceLow);
    }

    static SpanContext of(final Slot slot, final RingIdentity ring, final String traceState) {
        return switch (slot.kind) {
            case Slot.LOCAL ->
                    recorded(
                            SpanIds.traceHigh(ring.traceHighSeed(), slot.rootOrdinal),
                            SpanIds.traceLow(ring.traceLowSeed(), slot.rootOrdinal),
                            SpanIds.spanId(ring.spanIdSeed(), slot.ordinal),
                            traceState);
            case Slot.EXPLICIT ->
                    recorded(
                            slot.traceHigh,
                            slot.traceLow,
                            SpanIds.spanId(ring.spanIdSeed(), slot.ordinal),
                            traceState);
            case Slot.CONTEXT ->
                    recorded(slot.traceHigh, slot.traceLow, slot.parentSpanId, traceState);
            case Slot.UNSAMPLED, Slot.LOST ->
                    new SpanContext(
                            slot.traceHigh,
                            slot.traceLow,
                            slot.parentSpanId,
                            false,
                            slot.kind == Slot.LOST,
                            traceState);
            case Slot.DRAWN ->
                    new SpanContext(
                            slot.draw.traceHigh(slot.traceHigh),
                            slot.draw.traceLow(slot.traceHigh),
                            slot.draw.traceLow(slot.traceHigh), // as in unrecorded()
                            false,
                            false,
                            traceState);
            default -> NONE;
        };
    }

    private static SpanContext recorded(
            final long traceHigh, final long traceLow, final long spanId, final String traceState) {
        return new SpanContext(traceHigh, traceLow, spanId, true, false, traceState);
    }

    /** Makes a slot say what this says. */
    void describe(final Slot slot) {
        slot.kind =
                !isPresent()
                        ? Slot.EMPTY
                        : sampled ? Slot.CONTEXT : lost ? Slot.LOST : Slot.UNSAMPLED;
        slot.traceHigh = traceHigh;
        slot.traceLow = traceLow;
        slot.parentSpanId = spanId;
        slot.traceState = traceState;
    }
}
