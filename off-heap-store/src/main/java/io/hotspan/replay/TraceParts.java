package io.hotspan.replay;

import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanDataBuilder;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceUpdates;
import java.util.ArrayList;
import java.util.List;

/** The finished spans of a trace, and what the program said of it. */
class TraceParts extends TraceEntry {
    private static final int SPAN_BYTES = 200; // with its place in lists, roughly

    private final List<SpanData> spans = new ArrayList<>(4);
    private List<UnbuiltSpan> unbuiltSpans;
    private TraceFacts facts;
    private long heldBytes;

    TraceParts(final long high, final long low) {
        super(high, low);
    }

    boolean isEmpty() {
        return spans.isEmpty() && unbuiltSpans == null;
    }

    /** Memory that the finished spans take, roughly. */
    long heldBytes() {
        return heldBytes;
    }

    /** Takes a span that is finished. Returns by how much {@link #heldBytes} grows. */
    long add(final OpenSpan span, final DetailDecoder decoder) {
        final DetailRecords records = span.records;
        final SymbolTexts symbols = span.ring.session.symbols;
        final SpanDataBuilder details = span.finish();
        if (records.hasLongRecords()) {
            if (unbuiltSpans == null) {
                unbuiltSpans = new ArrayList<>(2);
            }
            unbuiltSpans.add(
                    new UnbuiltSpan(
                            details,
                            records.copy(),
                            symbols,
                            span.ticksToEpochNanos,
                            span.droppedRecords));
        } else {
            final long lostCount =
                    records.decode(details, symbols, span.ticksToEpochNanos, decoder);
            spans.add(details.droppedRecords(span.droppedRecords + lostCount).build());
        }
        final long bytes = SPAN_BYTES + 3 * span.detailBytes;
        heldBytes += bytes;
        return bytes;
    }

    /** Takes a fact about the trace; the last of a kind and key counts. */
    void add(final TraceFact fact) {
        if (facts == null) {
            facts = new TraceFacts();
        }
        facts.add(fact);
    }

    /** The trace of the spans so far, of which there is one at least. */
    Trace assemble(final DetailDecoder decoder) {
        if (unbuiltSpans != null) {
            unbuiltSpans.forEach(span -> spans.add(span.build(decoder)));
            unbuiltSpans = null;
        }
        return Trace.assemble(spans, facts == null ? TraceUpdates.NONE : facts.updates());
    }

    /** Forgets the spans, but not what was said of the trace. */
    void clear() {
        spans.clear();
        unbuiltSpans = null;
        heldBytes = 0;
    }
}
