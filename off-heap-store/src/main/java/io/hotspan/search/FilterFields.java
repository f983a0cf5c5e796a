package io.hotspan.search;

import io.hotspan.trace.SpanData;
import io.hotspan.trace.TraceInfo;
import io.hotspan.trace.TraceKeys;
import io.hotspan.trace.TraceState;

/** The fields by their names. */
final class FilterFields {
    static final String STATUS = "trace.status";
    private static final String SOURCE_RUN = "mlflow.sourceRun";

    private FilterFields() {}

    /** A field of the trace itself, or null if there is none of that name. */
    static FilterField ofTrace(final String name) {
        final String full = "trace." + name;
        return switch (name) {
            case "status" ->
                    new FilterField(
                            FilterField.Kind.TEXT, trace -> trace.state().name(), null, STATUS);
            case "name" -> FilterField.keyed(full, info -> info.tags().get(TraceKeys.TRACE_NAME));
            case "timestamp_ms", "timestamp" ->
                    FilterField.number(full, TraceInfo::requestEpochMillis);
            case "execution_time_ms", "execution_time" ->
                    FilterField.number(full, TraceInfo::executionDurationMillis);
            case "end_time_ms", "end_time" -> FilterField.number(full, FilterFields::endMillis);
            case "request_id", "trace_id" -> FilterField.text(full, TraceInfo::traceId);
            case "client_request_id" -> FilterField.keyed(full, TraceInfo::clientRequestId);
            case "run_id" -> FilterField.keyed(full, info -> info.metadata().get(SOURCE_RUN));
            case "text" -> content(full);
            default -> null;
        };
    }

    /** A field of a span, or null if there is none of that name. */
    static FilterField ofSpan(final String name) {
        final String full = "span." + name;
        return switch (name) {
            case "name" -> FilterField.ofSpan(FilterField.Kind.TEXT, full, SpanData::name);
            case "type" -> FilterField.ofSpan(FilterField.Kind.TEXT, full, SpanData::type);
            case "status" ->
                    FilterField.ofSpan(
                            FilterField.Kind.TEXT, full, span -> span.status().code().name());
            case "content" -> content(full);
            default -> null;
        };
    }

    static FilterField spanAttribute(final String key) {
        return FilterField.ofSpan(
                FilterField.Kind.KEYED_TEXT,
                "span.attributes." + key,
                span -> SpanText.attribute(span, key));
    }

    static FilterField tag(final String key) {
        return FilterField.keyed("tag." + key, info -> info.tags().get(key));
    }

    static FilterField metadata(final String key) {
        return FilterField.keyed("metadata." + key, info -> info.metadata().get(key));
    }

    private static FilterField content(final String name) {
        return FilterField.ofSpan(FilterField.Kind.CONTENT, name, SpanText::content);
    }

    /** As in MLflow, a trace in progress ends where it began. */
    private static Long endMillis(final TraceInfo info) {
        final Long duration = info.executionDurationMillis();
        return info.requestEpochMillis() + (duration == null ? 0 : duration);
    }

    /**
     * Whether a text is the name of a state; other texts never match, which is surely a mistake.
     */
    static boolean isState(final String text) {
        for (final TraceState state : TraceState.values()) {
            if (state.name().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
