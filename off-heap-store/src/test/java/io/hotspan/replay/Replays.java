package io.hotspan.replay;

import io.hotspan.journal.DamageListener;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceTree;
import java.util.ArrayList;
import java.util.List;

/** Short ways to replay blocks, for tests. */
final class Replays {
    private Replays() {}

    static Replay of(final BlockList blocks) {
        return of(blocks, damage -> {});
    }

    static Replay of(final BlockList blocks, final DamageListener listener) {
        return new Replay(blocks, listener, ReplayLimits.ofHeap());
    }

    /** All traces as they are handed out. */
    static List<Trace> traces(final BlockList blocks) {
        final List<Trace> traces = new ArrayList<>();
        of(blocks).forEachTrace(traces::add);
        return traces;
    }

    static List<SpanData> spans(final BlockList blocks) {
        return traces(blocks).stream().flatMap(trace -> trace.spans().stream()).toList();
    }

    static SpanData onlySpan(final BlockList blocks) {
        final List<SpanData> spans = spans(blocks);
        if (spans.size() != 1) {
            throw new AssertionError("expected one span: " + spans);
        }
        return spans.get(0);
    }

    static Trace onlyTrace(final BlockList blocks) {
        final List<Trace> traces = traces(blocks);
        if (traces.size() != 1) {
            throw new AssertionError("expected one trace: " + traces);
        }
        return traces.get(0);
    }

    /** Names of spans, one a line, children indented by two blanks. */
    static String tree(final Trace trace) {
        return TraceTree.compact(trace);
    }
}
