package io.hotspan.trace;

import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.StatusCode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link TraceJsonWriter} and MLflow write. */
final class TraceJsonReader {
    private TraceJsonReader() {}

    static Trace read(final String text) {
        final JsonNode root = new JsonNode("the trace", Json.read(text));
        final List<SpanData> spans = new ArrayList<>();
        for (final JsonNode span : root.field("data").field("spans").elements()) {
            spans.add(readSpan(span));
        }
        return Trace.of(readInfo(root.field("info")), spans);
    }

    private static TraceInfo readInfo(final JsonNode info) {
        return new TraceInfo(
                info.field("trace_id").string(),
                optionalString(info, "client_request_id"),
                experimentId(info),
                requestMillis(info.field("request_time")),
                info.has("execution_duration_ms")
                        ? (Long) info.field("execution_duration_ms").longValue()
                        : null,
                state(info.field("state")),
                optionalString(info, "request_preview"),
                optionalString(info, "response_preview"),
                strings(info, "trace_metadata"),
                strings(info, "tags"));
    }

    private static String optionalString(final JsonNode node, final String field) {
        return node.has(field) ? node.field(field).string() : null;
    }

    private static String experimentId(final JsonNode info) {
        if (info.has("trace_location") && info.field("trace_location").has("mlflow_experiment")) {
            return info.field("trace_location")
                    .field("mlflow_experiment")
                    .field("experiment_id")
                    .string();
        }
        return TraceInfo.DEFAULT_EXPERIMENT_ID;
    }

    private static long requestMillis(final JsonNode time) {
        try {
            return OffsetDateTime.parse(time.string()).toInstant().toEpochMilli();
        } catch (final DateTimeException | ArithmeticException e) {
            throw time.unexpected("a time such as 2025-10-22T04:14:54.524Z", e);
        }
    }

    private static TraceState state(final JsonNode state) {
        try {
            return TraceState.valueOf(state.string());
        } catch (final IllegalArgumentException e) {
            throw state.unexpected("one of " + List.of(TraceState.values()), e);
        }
    }

    private static Map<String, String> strings(final JsonNode node, final String field) {
        final Map<String, String> strings = new LinkedHashMap<>();
        if (node.has(field)) {
            for (final Map.Entry<String, ?> entry : node.field(field).object().entrySet()) {
                strings.put(entry.getKey(), node.field(field).field(entry.getKey()).string());
            }
        }
        return strings;
    }

    private static SpanData readSpan(final JsonNode json) {
        final SpanDataBuilder span = SpanData.builder();
        final var traceId = json.field("trace_id").parsed("a trace id", IdText::parseTrace);
        span.traceId(traceId.high(), traceId.low());
        final long spanId = json.field("span_id").parsed("a span id", IdText::parseSpan);
        if (spanId == 0) {
            throw json.field("span_id").unexpected("a span id that is not zero", null);
        }
        span.spanId(spanId);
        final String parent = optionalString(json, "parent_span_id");
        if (parent != null && !parent.isEmpty()) {
            span.parentSpanId(json.field("parent_span_id").parsed("a span id", IdText::parseSpan));
        }
        span.name(json.field("name").string());
        span.startEpochNanos(json.field("start_time_unix_nano").longValue());
        if (json.has("end_time_unix_nano")) {
            span.endEpochNanos(json.field("end_time_unix_nano").longValue());
        }
        span.status(readStatus(json.field("status")));
        for (final JsonNode event : json.optionalElements("events")) {
            span.event(
                    SpanEvent.at(
                            event.field("name").string(),
                            event.field("time_unix_nano").longValue(),
                            optionalObject(event, "attributes")));
        }
        for (final JsonNode link : json.optionalElements("links")) {
            span.link(
                    new SpanLink(
                            link.field("trace_id").parsed("a trace id", IdText::parseTrace),
                            link.field("span_id").parsed("a span id", IdText::parseSpan),
                            optionalObject(link, "attributes")));
        }
        readAttributes(span, json.field("attributes"));
        return span.build();
    }

    private static SpanStatus readStatus(final JsonNode status) {
        final StatusCode code = status.field("code").parsed("a status code", StatusCode::parse);
        final String message = optionalString(status, "message");
        return new SpanStatus(code, message == null ? "" : message);
    }

    private static Map<String, Object> optionalObject(final JsonNode node, final String field) {
        return node.has(field) ? node.field(field).object() : Map.of();
    }

    private static void readAttributes(final SpanDataBuilder span, final JsonNode attributes) {
        for (final Map.Entry<String, Object> entry : attributes.object().entrySet()) {
            span.attribute(entry.getKey(), attributeValue(entry.getValue()));
        }
    }

    /**
     * The value that a string of JSON holds; what is no such string stands for itself, as in
     * MLflow.
     */
    private static Object attributeValue(final Object json) {
        if (!(json instanceof String text)) {
            return json;
        }
        try {
            return Json.read(text);
        } catch (final IllegalArgumentException e) {
            return text;
        }
    }
}
