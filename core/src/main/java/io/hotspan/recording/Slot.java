package io.hotspan.recording;

/**
 * One place of a thread's stack of open spans: what spans opened above it need to know. Reused for
 * ever.
 */
/* Concurrency: the owning thread alone writes. Others read what contextOf() reads, between two looks at
 * the ordinal, which is changed first, or at the handle. */
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

    /** As UNSAMPLED, the root of a trace whose id is computed when somebody asks for it. */
    static final int DRAWN = 7;

    int kind;

    /** Ordinal of the span or, if that was lost, of the nearest recorded one below. */
    long ordinal;

    /** LOCAL: ordinal of the trace's root. */
    long rootOrdinal;

    /** DRAWN: the handle of the root, which the id is computed from. */
    long traceHigh;

    long traceLow;

    /** All but LOCAL, EMPTY and DRAWN: id of the parent, 0 if there is none in an EXPLICIT. */
    long parentSpanId;

    /** EXPLICIT: hangs on no span of this thread. */
    boolean isEntry;

    /** A context made current, and no span; not looked at in LOCAL and EXPLICIT. */
    boolean isScope;

    /** All but LOCAL: the W3C tracestate from here on; null: as below. */
    String traceState;

    /** Records of this span that found no room, or whose value was not taken whole. */
    long droppedCount;

    /** Its end was asked for, when the stack had no room for it. */
    boolean endWanted;

    /**
     * A scope: the span that the context was captured in, for who asks for the current one; or
     * null.
     */
    Object span;

    /** DRAWN: computes the id. */
    RootDraw draw;

    /** Whether what is opened above it is silent, and nobody counts it. */
    boolean isUnsampled() {
        return kind == UNSAMPLED || kind == DRAWN;
    }

    /** Takes over what spans above need to know; the span of this slot itself is not recorded. */
    void standInFor(final Slot below) {
        ordinal = below.ordinal;
        kind = below.kind;
        rootOrdinal = below.rootOrdinal;
        traceHigh = below.traceHigh;
        traceLow = below.traceLow;
        parentSpanId = below.parentSpanId;
        if (kind == DRAWN) {
            draw = below.draw;
        }
        isEntry = false;
        isScope = false;
        if (traceState != null) { // a store of a reference is dear
            traceState = null;
        }
    }

    /** Whether the span is the first of its trace on this thread. */
    boolean isRootHere() {
        return kind == LOCAL ? rootOrdinal == ordinal : isEntry;
    }
}
