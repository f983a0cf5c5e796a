package io.hotspan.replay;

import io.hotspan.trace.Trace;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Puts traces together while spans come, and hands each out when none of its spans is open any
 * more. A span that begins later makes a trace of its own with the same id; so does what ended of a
 * trace that is still open when its spans take too much memory.
 */
final class TraceStream implements SpanListener {
    private static final int MAX_WAITING_FACTS = 1024;

    private final Consumer<Trace> consumer;
    private final long maxHeldBytes;
    private final DetailDecoder decoder = new DetailDecoder();
    private final TraceTable<StreamedTrace> traces = new TraceTable<>();

    /** Traces of which facts have come but no span. */
    private final ArrayDeque<StreamedTrace> waiting = new ArrayDeque<>();

    /** The traces with open spans, as a ring: the oldest is behind this one. */
    private final StreamedTrace open = new StreamedTrace(0, 0);

    private long heldBytes;

    /**
     * @param maxHeldBytes memory that the finished spans of open traces may take, roughly
     */
    TraceStream(final Consumer<Trace> consumer, final long maxHeldBytes) {
        this.consumer = consumer;
        this.maxHeldBytes = maxHeldBytes;
        open.next = open;
        open.previous = open;
    }

    @Override
    public TraceEntry traceOf(final long high, final long low, final boolean isRoot) {
        final StreamedTrace known = traces.get(high, low);
        return known == null ? add(high, low) : known;
    }

    @Override
    public void started(final OpenSpan span) {
        final StreamedTrace trace = (StreamedTrace) span.trace;
        if (trace.openCount++ == 0) {
            trace.linkBefore(open);
        }
    }

    @Override
    public void finished(final OpenSpan span) {
        final StreamedTrace trace = (StreamedTrace) span.trace;
        heldBytes += trace.add(span, decoder);
        if (--trace.openCount == 0) {
            trace.unlink();
            traces.remove(trace);
            handOut(trace);
        } else if (heldBytes > maxHeldBytes) {
            handOutOldest();
        }
    }

    @Override
    public boolean wantsFacts(final long high, final long low) {
        return true;
    }

    @Override
    public void fact(final long high, final long low, final TraceFact fact) {
        StreamedTrace trace = traces.get(high, low);
        if (trace == null) {
            trace = add(high, low);
            waiting.addLast(trace);
            if (waiting.size() > MAX_WAITING_FACTS) {
                forgetOldestFacts();
            }
        }
        trace.add(fact);
    }

    private StreamedTrace add(final long high, final long low) {
        final StreamedTrace trace = new StreamedTrace(high, low);
        traces.put(trace);
        return trace;
    }

    private void forgetOldestFacts() {
        final StreamedTrace oldest = waiting.removeFirst();
        if (oldest.openCount == 0 && traces.get(oldest.high, oldest.low) == oldest) {
            traces.remove(oldest); // its spans were handed out before
        }
    }

    private void handOut(final StreamedTrace trace) {
        heldBytes -= trace.heldBytes();
        final Trace whole = trace.assemble(decoder);
        trace.clear();
        consumer.accept(whole);
    }

    /** What ended of the oldest open traces, so that half the memory is free again. */
    private void handOutOldest() {
        for (StreamedTrace trace = open.next;
                trace != open && heldBytes > maxHeldBytes / 2;
                trace = trace.next) {
            if (!trace.isEmpty()) {
                handOut(trace);
            }
        }
    }

    private static final class StreamedTrace extends TraceParts {
        int openCount;
        StreamedTrace next;
        StreamedTrace previous;

        StreamedTrace(final long high, final long low) {
            super(high, low);
        }

        void linkBefore(final StreamedTrace other) {
            next = other;
            previous = other.previous;
            previous.next = this;
            other.previous = this;
        }

        void unlink() {
            previous.next = next;
            next.previous = previous;
        }
    }
}
