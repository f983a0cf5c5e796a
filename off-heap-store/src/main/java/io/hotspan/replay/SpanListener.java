package io.hotspan.replay;

/**
 * What a {@link SpanAssembler} works for: it says which traces it wants, and takes their spans. The
 * assembler reuses the spans that it hands over.
 */
interface SpanListener {
    /**
     * Asked when a span begins, unless its parent of the same trace is open still.
     *
     * @param isRoot whether the span that begins is the trace's root
     * @return what {@link OpenSpan#trace} is to be; null if the span is not wanted
     */
    TraceEntry traceOf(long high, long low, boolean isRoot);

    /** A wanted span begins; its name and what comes later are not known yet. */
    void started(OpenSpan span);

    /** Nothing more of a span is to come: it ended some time ago, or the input did. */
    void finished(OpenSpan span);

    /** Whether facts about a trace are wanted. */
    boolean wantsFacts(long high, long low);

    /**
     * The program said something of a trace of which facts are wanted; spans of it may not have
     * come.
     */
    void fact(long high, long low, TraceFact fact);
}
