package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.JournalFixture;
import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.TraceId;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Traces as the JSON of MLflow, both ways. */
class TraceJsonContractTest {
    private static final String TRACE_ID = "66aa81ba5c65ab67304427ca1f198354";

    @RegisterExtension final JournalFixture journal = new JournalFixture();

    private Trace everything() {
        final Context remote =
                journal.tracer()
                        .extract(
                                Map.of("traceparent", "00-" + TRACE_ID + "-fe6098651c5b4eac-01"),
                                Map::get);
        try (Span span =
                journal.tracer()
                        .spanBuilder("my_span")
                        .parent(remote)
                        .type("CHAIN")
                        .startTime(1_761_106_494_524_157_000L)
                        .start()) {
            span.setInputs(new java.util.TreeMap<>(Map.of("x", 1, "y", 2))).setOutputs(3);
            span.setAttribute("user key", Arrays.asList("ü", null, 1.0));
            span.addEvent(SpanEvent.at("e", 1_761_106_494_524_157_001L, Map.of("valid", true)));
            span.addLink(remote, Map.of("why", "because"));
            journal.tracer()
                    .currentTrace()
                    .setTag("t", "v")
                    .setSessionId("s")
                    .setClientRequestId("c");
            span.endAt(1_761_106_494_584_999_999L);
        }
        return journal.replayed("tr-" + TRACE_ID);
    }

    @Test
    void theKnownIdsAreWrittenInBase64() {
        final String json = everything().toJson();

        assertThat(json)
                .contains("\"trace_id\": \"tr-" + TRACE_ID + "\"")
                .contains("\"trace_id\": \"ZqqBulxlq2cwRCfKHxmDVA==\"")
                .contains("\"parent_span_id\": \"/mCYZRxbTqw=\"");
        assertThat(new TraceId(0x66aa81ba5c65ab67L, 0x304427ca1f198354L))
                .hasToString("tr-" + TRACE_ID);
    }

    @Test
    void theInformationIsAsTheFormatSays() {
        final Map<?, ?> info = (Map<?, ?>) json(everything()).get("info");

        assertThat(info.keySet().toString())
                .isEqualTo(
                        "[trace_id, client_request_id, trace_location, request_time,"
                                + " execution_duration_ms, state, request_preview,"
                                + " response_preview, trace_metadata, tags]");
        assertThat(info.get("trace_location"))
                .isEqualTo(
                        Map.of(
                                "type",
                                "MLFLOW_EXPERIMENT",
                                "mlflow_experiment",
                                Map.of("experiment_id", "0")));
        assertThat(info.get("request_time")).isEqualTo("2025-10-22T04:14:54.524Z");
        assertThat(info.get("execution_duration_ms")).isEqualTo(60L); // rounded down
        assertThat(info.get("state")).isEqualTo("OK");
        assertThat(info.get("request_preview")).isEqualTo("{\"x\": 1, \"y\": 2}");
        assertThat(info.get("response_preview")).isEqualTo("3");
        assertThat(info.get("trace_metadata"))
                .isEqualTo(
                        Map.of(
                                "mlflow.trace_schema.version",
                                "3",
                                "mlflow.trace.session",
                                "s",
                                "mlflow.traceInputs",
                                "{\"x\": 1, \"y\": 2}",
                                "mlflow.traceOutputs",
                                "3"));
        assertThat(info.get("tags")).isEqualTo(Map.of("mlflow.traceName", "my_span", "t", "v"));
    }

    @Test
    void aSpanIsAsTheFormatSays() {
        final Map<?, ?> span = span(everything());

        assertThat(span.get("name")).isEqualTo("my_span");
        assertThat(span.get("start_time_unix_nano")).isEqualTo(1_761_106_494_524_157_000L);
        assertThat(span.get("end_time_unix_nano")).isEqualTo(1_761_106_494_584_999_999L);
        assertThat(span.get("events"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "name",
                                        "e",
                                        "time_unix_nano",
                                        1_761_106_494_524_157_001L,
                                        "attributes",
                                        Map.of("valid", true))));
        assertThat(span.get("status")).isEqualTo(Map.of("code", "STATUS_CODE_OK", "message", ""));
        final Map<?, ?> attributes = (Map<?, ?>) span.get("attributes");
        assertThat(attributes.get("mlflow.traceRequestId")).isEqualTo("\"tr-" + TRACE_ID + "\"");
        assertThat(attributes.get("mlflow.spanType")).isEqualTo("\"CHAIN\"");
        assertThat(attributes.get("mlflow.spanInputs")).isEqualTo("{\"x\": 1, \"y\": 2}");
        assertThat(attributes.get("mlflow.spanOutputs")).isEqualTo("3");
        assertThat(attributes.get("user key")).isEqualTo("[\"ü\", null, 1.0]");
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        journal.tracer().startSpan("bare").close();
        final Map<?, ?> trace = json(journal.replayed());

        assertThat(((Map<?, ?>) trace.get("info")).keySet().toString())
                .doesNotContain("client_request_id")
                .doesNotContain("preview");
        final Map<?, ?> span = span(journal.replayed());
        assertThat(span.get("parent_span_id")).isNull();
        assertThat(((Map<?, ?>) span.get("attributes")).keySet().toString())
                .doesNotContain("mlflow.spanInputs")
                .doesNotContain("mlflow.spanOutputs");
    }

    @Test
    void aTraceInProgressHasNeitherEndNorDuration() {
        final Span open = journal.tracer().startSpan("open");
        final Trace trace = journal.replayed();

        assertThat(span(trace).get("end_time_unix_nano")).isNull();
        final Map<?, ?> info = (Map<?, ?>) json(trace).get("info");
        assertThat(info.get("state")).isEqualTo("IN_PROGRESS");
        assertThat(info.containsKey("execution_duration_ms")).isFalse();
        assertThat(Trace.fromJson(trace.toJson())).isEqualTo(trace);
        open.close();
    }

    @Test
    void whatIsReadBackIsEqual() {
        final Trace trace = everything();

        final Trace read = Trace.fromJson(trace.toJson());

        assertThat(read).isEqualTo(trace);
        assertThat(read.toJson()).isEqualTo(trace.toJson());
        assertThat(read.info()).isEqualTo(trace.info());
    }

    @Test
    void whatIsNoTraceIsRefusedWithThePlace() {
        assertThatThrownBy(() -> Trace.fromJson("{\"info\": "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line");
        assertThatThrownBy(() -> Trace.fromJson("{\"info\": {}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a trace");
    }

    private static Map<?, ?> json(final Trace trace) {
        return (Map<?, ?>) Json.read(trace.toJson());
    }

    private static Map<?, ?> span(final Trace trace) {
        final Map<?, ?> data = (Map<?, ?>) json(trace).get("data");
        return (Map<?, ?>) ((List<?>) data.get("spans")).get(0);
    }
}
