package io.hotspan.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/**
 * Writes a trace as MLflow's {@code Trace.to_json} does: the value of each span attribute is a
 * string of JSON; ids of spans are Base64, those of links are hex; empty fields of the information
 * are left out.
 */
final class TraceJsonWriter {
    private final JsonGenerator json;

    private TraceJsonWriter(final JsonGenerator json) {
        this.json = json;
    }

    static String write(final Trace trace) {
        final StringWriter text = new StringWriter(512 * trace.spans().size());
        try (JsonGenerator generator = Json.generator(text)) {
            new TraceJsonWriter(generator).writeTrace(trace);
        } catch (final IOException e) {
            throw new UncheckedIOException("the writer is in memory", e);
        }
        return Json.replaceLoneSurrogates(text.toString());
    }

    private void writeTrace(final Trace trace) throws IOException {
        json.writeStartObject();
        json.writeFieldName("info");
        writeInfo(trace.info());
        json.writeObjectFieldStart("data");
        json.writeArrayFieldStart("spans");
        final String requestId = Json.write(trace.traceId());
        for (final SpanData span : trace.spans()) {
            writeSpan(span, requestId);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeInfo(final TraceInfo info) throws IOException {
        json.writeStartObject();
        json.writeStringField("trace_id", info.traceId());
        writeOptional("client_request_id", info.clientRequestId());
        json.writeObjectFieldStart("trace_location");
        json.writeStringField("type", "MLFLOW_EXPERIMENT");
        json.writeObjectFieldStart("mlflow_experiment");
        json.writeStringField("experiment_id", info.experimentId());
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField(
                "request_time", Instant.ofEpochMilli(info.requestEpochMillis()).toString());
        if (info.executionDurationMillis() != null) {
            json.writeNumberField("execution_duration_ms", info.executionDurationMillis());
        }
        json.writeStringField("state", info.state().name());
        writeOptional("request_preview", info.requestPreview());
        writeOptional("response_preview", info.responsePreview());
        writeStrings("trace_metadata", info.metadata());
        writeStrings("tags", info.tags());
        json.writeEndObject();
    }

    private void writeOptional(final String field, final String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    private void writeStrings(final String field, final Map<String, String> strings)
            throws IOException {
        if (!strings.isEmpty()) {
            json.writeObjectFieldStart(field);
            for (final Map.Entry<String, String> entry : strings.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
    }

    private void writeSpan(final SpanData span, final String requestId) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "trace_id", IdText.traceBase64(span.traceIdHigh(), span.traceIdLow()));
        json.writeStringField("span_id", IdText.spanBase64(span.spanIdLong()));
        json.writeFieldName("parent_span_id");
        if (span.parentSpanIdLong() == 0) {
            json.writeNull();
        } else {
            json.writeString(IdText.spanBase64(span.parentSpanIdLong()));
        }
        json.writeStringField("name", span.name());
        json.writeNumberField("start_time_unix_nano", span.startEpochNanos());
        json.writeFieldName("end_time_unix_nano");
        if (span.isOpen()) {
            json.writeNull();
        } else {
            json.writeNumber(span.endEpochNanos());
        }
        writeEvents(span);
        json.writeObjectFieldStart("status");
        json.writeStringField("code", span.status().code().wireName());
        json.writeStringField("message", span.status().description());
        json.writeEndObject();
        writeAttributes(span, requestId);
        writeLinks(span);
        json.writeEndObject();
    }

    private void writeEvents(final SpanData span) throws IOException {
        json.writeArrayFieldStart("events");
        for (final SpanEvent event : span.events()) {
            json.writeStartObject();
            json.writeStringField("name", event.name());
            json.writeNumberField("time_unix_nano", event.epochNanos());
            json.writeFieldName("attributes");
            Json.write(json, event.attributes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeAttributes(final SpanData span, final String requestId) throws IOException {
        json.writeObjectFieldStart("attributes");
        json.writeStringField(TraceKeys.TRACE_REQUEST_ID, requestId);
        writeAttribute(TraceKeys.SPAN_TYPE, span.type());
        if (span.hasInputs()) {
            writeAttribute(TraceKeys.SPAN_INPUTS, span.inputs());
        }
        if (span.hasOutputs()) {
            writeAttribute(TraceKeys.SPAN_OUTPUTS, span.outputs());
        }
        for (final Map.Entry<String, Object> entry : span.attributes().entrySet()) {
            if (!entry.getKey().equals(TraceKeys.SPAN_LOG_LEVEL)) {
                writeAttribute(entry.getKey(), entry.getValue());
            }
        }
        if (span.droppedRecords() != 0) {
            writeAttribute(TraceKeys.DROPPED_RECORDS, span.droppedRecords());
        }
        if (!span.isOpen() || span.attributes().containsKey(TraceKeys.SPAN_LOG_LEVEL)) {
            writeAttribute(TraceKeys.SPAN_LOG_LEVEL, span.logLevel());
        }
        json.writeEndObject();
    }

    private void writeAttribute(final String key, final Object value) throws IOException {
        json.writeStringField(key, Json.write(value));
    }

    private void writeLinks(final SpanData span) throws IOException {
        json.writeArrayFieldStart("links");
        for (final SpanLink link : span.links()) {
            json.writeStartObject();
            json.writeStringField("trace_id", link.traceId().toString());
            json.writeStringField("span_id", link.spanIdHex());
            json.writeFieldName("attributes");
            Json.write(json, link.attributes().isEmpty() ? null : link.attributes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
