package io.hotspan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One recorded trace: its spans, and what is known of it as a whole. Immutable, and safe for use by
 * many threads. Source: {@code mlflow.entities.Trace}.
 */
public final class Trace {
    private final List<SpanData> spans;
    private final SpanData root;
    private final TraceUpdates updates; // null if info was given
    private TraceInfo info; // made when asked for; a benign race: every thread makes an equal one

    private Trace(final List<SpanData> spans, final TraceUpdates updates, final TraceInfo info) {
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a trace has at least one span, but none was given");
        }
        this.spans = spans;
        this.root = TraceAssembly.rootOf(spans);
        this.updates = updates;
        this.info = info;
    }

    /**
     * Puts a trace together from its spans, given in any order, and what the program said of it.
     *
     * @throws IllegalArgumentException if there is no span
     */
    public static Trace assemble(final List<SpanData> spans, final TraceUpdates updates) {
        return new Trace(
                TraceAssembly.inStartOrder(spans),
                Objects.requireNonNull(updates, "updates"),
                null);
    }

    /** A trace whose information is known already, with its spans in the order given. */
    static Trace of(final TraceInfo info, final List<SpanData> spans) {
        return new Trace(List.copyOf(spans), null, Objects.requireNonNull(info, "info"));
    }

    /**
     * Reads MLflow's trace JSON, version 3. {@code Trace.fromJson(trace.toJson())} equals {@code
     * trace}, but for text that is not Unicode: halves of surrogate pairs became U+FFFD. Fields
     * that Hotspan has no word for, such as assessments, are passed over.
     *
     * @throws IllegalArgumentException if the text is not JSON or not a trace; the message says
     *     where
     */
    public static Trace fromJson(final String json) {
        return TraceJsonReader.read(json);
    }

    /**
     * MLflow's trace JSON, version 3: {@code {"info": {…}, "data": {"spans": […]}}}.
     *
     * {@snippet class=io.hotspan.docs.GuideReadingTest region=json}
     *
     * <p>Source: {@code Trace.to_json}.
     */
    public String toJson() {
        return TraceJsonWriter.write(this);
    }

    /** What is known of the trace as a whole. */
    public TraceInfo info() {
        TraceInfo known = info;
        if (known == null) {
            known = TraceAssembly.infoOf(this, updates);
            info = known;
        }
        return known;
    }

    /** The trace's id, {@code tr-} and 32 hex digits. */
    public String traceId() {
        final TraceInfo known = info;
        return known == null ? root.traceId() : known.traceId();
    }

    /**
     * How the trace went; the same as {@code info().state()}, but without making the rest of it.
     */
    public TraceState state() {
        final TraceInfo known = info;
        return known == null ? TraceAssembly.stateOf(root, updates) : known.state();
    }

    /** The spans in the order in which they were started; never empty, unmodifiable. */
    public List<SpanData> spans() {
        return spans;
    }

    /**
     * The first span without a parent; if every span has one, the first whose parent is not in this
     * trace, since it ran elsewhere or was lost.
     */
    public SpanData root() {
        return root;
    }

    /** The spans that match, in start order; empty if none does. */
    public List<SpanData> searchSpans(final SpanQuery query) {
        final List<SpanData> found = new ArrayList<>();
        for (final SpanData span : spans) {
            if (query.matches(span)) {
                found.add(span);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Trace trace
                && info().equals(trace.info())
                && spans.equals(trace.spans);
    }

    @Override
    public int hashCode() {
        return traceId().hashCode();
    }

    /** Id, state and number of spans. */
    @Override
    public String toString() {
        return "Trace[" + traceId() + ", " + state() + ", " + spans.size() + " spans]";
    }
}
