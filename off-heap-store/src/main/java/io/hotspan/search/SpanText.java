package io.hotspan.search;

import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.TraceKeys;
import java.util.Map;

/** What a span says, as text to search. */
final class SpanText {
    private SpanText() {}

    /** Text of an attribute; null if the span has none of that key. */
    static String attribute(final SpanData span, final String key) {
        return switch (key) {
            case TraceKeys.SPAN_INPUTS -> span.hasInputs() ? text(span.inputs()) : null;
            case TraceKeys.SPAN_OUTPUTS -> span.hasOutputs() ? text(span.outputs()) : null;
            case TraceKeys.SPAN_TYPE -> span.type();
            case TraceKeys.TRACE_REQUEST_ID -> span.traceId();
            default -> span.attributes().containsKey(key) ? text(span.attributes().get(key)) : null;
        };
    }

    /**
     * Everything, a line for each thing. MLflow searches the stored JSON instead, where a quote in
     * a value is escaped twice; here a text is as it was given, and other values are JSON.
     */
    static String content(final SpanData span) {
        final StringBuilder text = new StringBuilder(256);
        text.append(span.name()).append('\n').append(span.type()).append('\n');
        text.append(span.status().code().wireName()).append(' ');
        text.append(span.status().description()).append('\n');
        if (span.hasInputs()) {
            append(text, TraceKeys.SPAN_INPUTS, span.inputs());
        }
        if (span.hasOutputs()) {
            append(text, TraceKeys.SPAN_OUTPUTS, span.outputs());
        }
        appendAll(text, span.attributes());
        for (final SpanEvent event : span.events()) {
            text.append(event.name()).append('\n');
            appendAll(text, event.attributes());
        }
        return text.toString();
    }

    private static void appendAll(final StringBuilder text, final Map<String, ?> values) {
        values.forEach((key, value) -> append(text, key, value));
    }

    private static void append(final StringBuilder text, final String key, final Object value) {
        text.append('"').append(key).append("\": ").append(text(value)).append('\n');
    }

    private static String text(final Object value) {
        return value instanceof String string ? string : Json.write(value);
    }
}
