package io.hotspan.replay;

import io.hotspan.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** Collects some traces from all over a journal, and passes over everything else. */
final class TraceCollector implements SpanListener {
    private final DetailDecoder decoder = new DetailDecoder();
    private final TraceTable<TraceParts> wanted = new TraceTable<>();

    /** Asks for a trace that was not asked for before. */
    void collect(final long high, final long low) {
        wanted.put(new TraceParts(high, low));
    }

    /** The traces, once all is read, in no order; those of which the journal has a span. */
    List<Trace> traces() {
        final List<Trace> traces = new ArrayList<>(wanted.size());
        wanted.forEach(
                trace -> {
                    if (!trace.isEmpty()) {
                        traces.add(trace.assemble(decoder));
                    }
                });
        return traces;
    }

    @Override
    public TraceEntry traceOf(final long high, final long low, final boolean isRoot) {
        return wanted.get(high, low);
    }

    @Override
    public void started(final OpenSpan span) {}

    @Override
    public void finished(final OpenSpan span) {
        ((TraceParts) span.trace).add(span, decoder);
    }

    @Override
    public boolean wantsFacts(final long high, final long low) {
        return wanted.get(high, low) != null;
    }

    @Override
    public void fact(final long high, final long low, final TraceFact fact) {
        wanted.get(high, low).add(fact);
    }
}
