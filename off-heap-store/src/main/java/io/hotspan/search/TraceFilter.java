package io.hotspan.search;

import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Conditions on traces, in the language of {@code mlflow.search_traces}: comparisons joined by
 * {@code AND}, as in
 *
 * <pre>{@code
 * trace.status = 'ERROR' AND span.type = 'RETRIEVER' AND tag.`app.version` LIKE '2.%'
 * }</pre>
 *
 * <table>
 * <caption>What can be compared</caption>
 * <tr><th>field</th><th>is</th><th>comparisons</th></tr>
 * <tr><td>{@code trace.status}</td><td>{@code 'OK'}, {@code 'ERROR'}, {@code 'IN_PROGRESS'}</td><td>text</td></tr>
 * <tr><td>{@code trace.name}</td><td>the tag {@code mlflow.traceName}: the root's name</td><td>text</td></tr>
 * <tr><td>{@code trace.timestamp_ms}, {@code trace.execution_time_ms}, {@code trace.end_time_ms}</td>
 * <td>milliseconds, since the epoch or of duration</td><td>numbers</td></tr>
 * <tr><td>{@code trace.request_id}, {@code trace.client_request_id}, {@code trace.run_id}</td>
 * <td>ids</td><td>text</td></tr>
 * <tr><td>{@code trace.text}</td><td>all that a span says: name, type, status, inputs, outputs,
 * attributes, events</td><td>{@code LIKE ILIKE RLIKE}</td></tr>
 * <tr><td>{@code span.name}, {@code span.type}, {@code span.status}</td><td>of a span</td><td>text</td></tr>
 * <tr><td>{@code span.attributes.<key>}</td><td>text of a span's attribute, as JSON if it is no text;
 * {@code mlflow.spanInputs} and {@code mlflow.spanOutputs} too</td><td>text</td></tr>
 * <tr><td>{@code tag.<key>}, {@code metadata.<key>}</td><td>of the trace</td><td>text, {@code IS NULL},
 * {@code IS NOT NULL}</td></tr>
 * </table>
 *
 * <p>Comparisons of text: {@code = !=}, {@code LIKE} ({@code %} any text, {@code _} any character;
 * the whole text must match), {@code ILIKE} (the same, letters of either case), {@code RLIKE} (a
 * regular expression of Java's, found anywhere), {@code IN ('a', 'b')}, {@code NOT IN}. Of numbers:
 * {@code = != < > <= >=}. Words in capitals may be written small; names of fields may not. Texts
 * stand in single or double quotes, and a quote inside is written twice. A key with spaces or other
 * signs stands in backticks or quotes; dots need neither.
 *
 * <p>All conditions on spans ({@code span.…}, {@code trace.text}) must hold for <em>one</em> span.
 * What is missing compares to nothing: {@code tag.k != 'v'} finds traces that have the tag {@code
 * k}.
 *
 * <p>Immutable, and safe for use by many threads. Source: MLflow's {@code SearchTraceUtils}.
 */
public final class TraceFilter implements Predicate<Trace> {
    /** Finds every trace. */
    public static final TraceFilter ALL = new TraceFilter("", List.of(), List.of());

    private final String text;
    private final List<Predicate<Trace>> onTrace;
    private final List<Predicate<SpanData>> onSpan;

    TraceFilter(
            final String text,
            final List<Predicate<Trace>> onTrace,
            final List<Predicate<SpanData>> onSpan) {
        this.text = text;
        this.onTrace = List.copyOf(onTrace);
        this.onSpan = List.copyOf(onSpan);
    }

    /**
     * Reads a filter. A blank one finds every trace.
     *
     * @throws FilterSyntaxException if it cannot be understood
     */
    public static TraceFilter parse(final String filter) {
        Objects.requireNonNull(filter, "filter");
        return filter.isBlank() ? ALL : new FilterParser(filter).parse();
    }

    /** Whether all conditions hold. */
    @Override
    public boolean test(final Trace trace) {
        for (final Predicate<Trace> condition : onTrace) {
            if (!condition.test(trace)) {
                return false;
            }
        }
        return onSpan.isEmpty() || hasMatchingSpan(trace);
    }

    /**
     * Whether a trace of which some spans are given may match, as far as those tell. Spans without
     * the trace's root do not tell what the trace as a whole is.
     */
    public boolean mayMatchTraceOf(final Trace part) {
        final boolean hasRoot = part.root().parentSpanIdLong() == 0;
        return hasRoot || onSpan.isEmpty() ? test(part) : hasMatchingSpan(part);
    }

    private boolean hasMatchingSpan(final Trace trace) {
        return trace.spans().stream().anyMatch(this::holdsFor);
    }

    private boolean holdsFor(final SpanData span) {
        for (final Predicate<SpanData> condition : onSpan) {
            if (!condition.test(span)) {
                return false;
            }
        }
        return true;
    }

    /** The text that was parsed. */
    @Override
    public String toString() {
        return text;
    }
}
