package io.hotspan.recording;

/**
 * One place of a thread's stack of open spans: what spans opened above it need to know. Reused for
 * ever.
 */
final class Slot {
    /** In a trace that began in this ring: ids are computed from ordinals. */
    static final int LOCAL = 1;

    /** In a trace that began elsewhere, or whose id was drawn for sampling. */
    static final int EXPLICIT = 2;

    /** Not a span but a context made current: the parent is a span of another thread or process. */
    static final int CONTEXT = 3;

    /** In a trace that is not sampled; silences what is opened above it. */
    static final int UNSAMPLED = 4;

    /** In a trace whose root was lost; what is opened above it is lost too, and counted. */
    static final int LOST = 5;

    /** An empty context made current: what is opened above it begins a new trace. */
    static final int EMPTY = 6;

    int kind;

    /**
     * Names the span in this slot; {@link SpanHandle#NONE} if the slot is free, or its span ended
     * before one above it. Read by other threads, a benign race: they may see it late.
     */
    long handle;

    /** Ordinal of the span or, if that was lost, of the nearest recorded one below. */
    long ordinal;

    /** LOCAL: ordinal of the trace's root. */
    long rootOrdinal;

    long traceHigh;
    long traceLow;

    /**
     * CONTEXT, UNSAMPLED: the W3C tracestate that came with it. Not copied upwards: a store of a
     * reference costs a span more than its other stores together.
     */
    String traceState = "";

    /** CONTEXT: id of the span that is the parent. */
    long parentSpanId;

    /** Records of this span that found no room. */
    long droppedCount;

    /**
     * CONTEXT: the span that the context was captured in, for who asks for the current one; or
     * null.
     */
    Object span;

    /** Takes over what spans above need to know; the span of this slot itself was lost. */
    void standInFor(final Slot below) {
        kind = below.kind;
        ordinal = below.ordinal;
        rootOrdinal = below.rootOrdinal;
        traceHigh = below.traceHigh;
        traceLow = below.traceLow;
        parentSpanId = below.parentSpanId;
    }
}
