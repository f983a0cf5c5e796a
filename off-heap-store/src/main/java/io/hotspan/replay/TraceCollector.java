package io.hotspan.replay;

import io.hotspan.model.TraceId;
import io.hotspan.trace.Trace;
import java.util.Optional;

/** Collects one trace from all over a journal, and passes over everything else. */
final class TraceCollector implements SpanListener {
    private final DetailDecoder decoder = new DetailDecoder();
    private final TraceParts trace;

    TraceCollector(final TraceId id) {
        trace = new TraceParts(id.high(), id.low());
    }

    /** The trace, once all is read; empty if the journal has no span of it. */
    Optional<Trace> trace() {
        return trace.isEmpty() ? Optional.empty() : Optional.of(trace.assemble(decoder));
    }

    @Override
    public TraceEntry traceOf(final long high, final long low, final boolean isRoot) {
        return low == trace.low && high == trace.high ? trace : null;
    }

    @Override
    public void started(final OpenSpan span) {}

    @Override
    public void finished(final OpenSpan span) {
        trace.add(span, decoder);
    }

    @Override
    public boolean wantsFacts(final long high, final long low) {
        return low == trace.low && high == trace.high;
    }

    @Override
    public void fact(final long high, final long low, final TraceFact fact) {
        trace.add(fact);
    }
}
