package io.hotspan.trace;

import static io.hotspan.trace.TestSpans.span;
import static io.hotspan.trace.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.TraceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceJsonTest {
    @Test
    void theJsonIsThatOfTheReference() {
        final SpanDataBuilder root =
                SpanData.builder()
                        .traceId(0x66aa81ba5c65ab67L, 0x304427ca1f198354L)
                        .spanId(0xfe6098651c5b4eacL)
                        .name("my_span")
                        .type("CHAIN")
                        .startEpochNanos(1_761_106_494_524_157_000L)
                        .endEpochNanos(1_761_106_494_584_999_999L)
                        .status(SpanStatus.OK)
                        .inputs(Map.of("x", 1L))
                        .outputs(3L)
                        .attribute("schlüssel", "wert 🎉")
                        .event(SpanEvent.at("e", 5, Map.of("k", 1.0)));

        assertThat(trace(root).toJson())
                .isEqualTo(
                        """
                        {"info": {"trace_id": "tr-66aa81ba5c65ab67304427ca1f198354", \
                        "trace_location": {"type": "MLFLOW_EXPERIMENT", \
                        "mlflow_experiment": {"experiment_id": "0"}}, \
                        "request_time": "2025-10-22T04:14:54.524Z", "execution_duration_ms": 60, \
                        "state": "OK", "request_preview": "{\\"x\\": 1}", "response_preview": "3", \
                        "trace_metadata": {"mlflow.trace_schema.version": "3", \
                        "mlflow.traceInputs": "{\\"x\\": 1}", "mlflow.traceOutputs": "3"}, \
                        "tags": {"mlflow.traceName": "my_span"}}, \
                        "data": {"spans": [{"trace_id": "ZqqBulxlq2cwRCfKHxmDVA==", \
                        "span_id": "/mCYZRxbTqw=", "parent_span_id": null, "name": "my_span", \
                        "start_time_unix_nano": 1761106494524157000, \
                        "end_time_unix_nano": 1761106494584999999, \
                        "events": [{"name": "e", "time_unix_nano": 5, "attributes": {"k": 1.0}}], \
                        "status": {"code": "STATUS_CODE_OK", "message": ""}, \
                        "attributes": {\
                        "mlflow.traceRequestId": "\\"tr-66aa81ba5c65ab67304427ca1f198354\\"", \
                        "mlflow.spanType": "\\"CHAIN\\"", "mlflow.spanInputs": "{\\"x\\": 1}", \
                        "mlflow.spanOutputs": "3", "schlüssel": "\\"wert 🎉\\"", \
                        "mlflow.spanLogLevel": "10"}, "links": []}]}}\
                        """);
    }

    @Test
    void anOpenSpanHasNoEndAndNoLogLevel() {
        final String json =
                trace(span(1, 0, "r").endEpochNanos(SpanData.OPEN).status(SpanStatus.UNSET))
                        .toJson();

        assertThat(json)
                .contains("\"end_time_unix_nano\": null")
                .contains("\"state\": \"IN_PROGRESS\"")
                .doesNotContain("execution_duration_ms")
                .doesNotContain("spanLogLevel");
        assertThat(Trace.fromJson(json).root().isOpen()).isTrue();
    }

    @Test
    void emptyFieldsOfTheInformationAreLeftOut() {
        assertThat(trace(span(1, 0, "r")).toJson())
                .doesNotContain("client_request_id")
                .doesNotContain("request_preview")
                .doesNotContain("response_preview");
    }

    @Test
    void wholeSecondsAreWrittenWithoutAFraction() {
        assertThat(trace(span(1, 0, "r").startEpochNanos(0).endEpochNanos(1)).toJson())
                .contains("\"request_time\": \"1970-01-01T00:00:00Z\"");
    }

    @Test
    void linksNameOtherSpansInHex() {
        final SpanLink link = new SpanLink(new TraceId(1, 2), 3, Map.of());
        final Trace trace = trace(span(1, 0, "r").link(link));

        assertThat(trace.toJson())
                .contains(
                        "\"links\": [{\"trace_id\": \"tr-00000000000000010000000000000002\","
                                + " \"span_id\": \"0000000000000003\", \"attributes\": null}]");
        assertThat(Trace.fromJson(trace.toJson()).root().links()).containsExactly(link);
    }

    @Test
    void recordsThatDidNotFitAreToldWhenThereAreAny() {
        final Trace trace = trace(span(1, 0, "r").droppedRecords(7));

        assertThat(trace.toJson()).contains("\"hotspan.droppedRecords\": \"7\"");
        assertThat(Trace.fromJson(trace.toJson()).root().droppedRecords()).isEqualTo(7);
        assertThat(trace(span(1, 0, "r")).toJson()).doesNotContain("hotspan");
    }

    @Test
    void halvesOfSurrogatePairsAreReplaced() {
        final String json =
                trace(span(1, 0, "a\ud83c").inputs("b\udf89").attribute("\ud83c", 1L)).toJson();

        assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(json);
        assertThat(Trace.fromJson(json).root().name()).isEqualTo("a\ufffd");
    }

    @Test
    void hexIdsOfMlflow350AreRead() {
        final String json =
                trace(span(1, 0, "r"), span(2, 1, "c"))
                        .toJson()
                        .replace("ZqqBulxlq2cwRCfKHxmDVA==", "tr-66aa81ba5c65ab67304427ca1f198354")
                        .replace("AAAAAAAAAAE=", "0000000000000001")
                        .replace("STATUS_CODE_OK", "OK");

        assertThat(Trace.fromJson(json)).isEqualTo(trace(span(1, 0, "r"), span(2, 1, "c")));
    }

    @Test
    void unknownFieldsArePassedOver() {
        final Trace trace = trace(span(1, 0, "r"));
        final String json =
                trace.toJson().replace("\"state\":", "\"assessments\": [{\"x\": []}], \"state\":");

        assertThat(Trace.fromJson(json)).isEqualTo(trace);
    }

    @Test
    void attributesThatAreNoJsonStandForThemselves() {
        final String json =
                trace(span(1, 0, "r").attribute("k", "v"))
                        .toJson()
                        .replace("\"k\": \"\\\"v\\\"\"", "\"k\": \"plain text\", \"n\": 5");

        assertThat(Trace.fromJson(json).root().attributes())
                .isEqualTo(Map.of("k", "plain text", "n", 5L));
    }

    @Test
    void anErrorSaysWhatIsWrongAndWhere() {
        final String json = trace(span(1, 0, "r"), span(2, 1, "c")).toJson();

        assertError("{}", "the trace has no \"data\"");
        assertError("[1]", "the trace should be an object, but is a list");
        assertError("nonsense", "not JSON");
        assertError(
                json.replace("AAAAAAAAAAI=", "AAA"), "data.spans[1].span_id should be a span id");
        assertError(json.replace("AAAAAAAAAAI=", "????????????"), "data.spans[1].span_id");
        assertError(json.replace("STATUS_CODE_OK", "FINE"), "spans[0].status.code");
        assertError(
                json.replace("\"name\": \"c\"", "\"name\": 5"), "spans[1].name should be a string");
        assertError(json.replace("\"state\": \"OK\"", "\"state\": \"ok\""), "info.state");
        assertError(json.replace("2025-10-22T", "22.10."), "info.request_time");
        assertError(
                json.replace("\"start_time_unix_nano\": 17", "\"start_time_unix_nano\": 1.7"),
                "should be a whole number");
        assertError(
                json.replace("AAAAAAAAAAI=", "AAAAAAAAAAA="),
                "span_id should be a span id that is not zero");
    }

    @Test
    void aTraceWithoutSpansIsRefused() {
        final String json = trace(span(1, 0, "r")).toJson();
        final String empty =
                json.substring(0, json.indexOf("\"data\"")) + "\"data\": {\"spans\": []}}";

        assertError(empty, "at least one span");
    }

    private static void assertError(final String json, final String message) {
        assertThatThrownBy(() -> Trace.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void largeTracesAreWrittenAndRead() {
        final SpanDataBuilder[] spans = new SpanDataBuilder[30_000];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(i + 1, i, "span").attribute("i", (long) i);
        }
        final Trace trace = trace(spans);

        assertThat(Trace.fromJson(trace.toJson())).isEqualTo(trace);
        assertThat(trace.spans()).hasSize(30_000);
        assertThat(List.copyOf(trace.spans().get(29_999).attributes().values()))
                .containsExactly(29_999L);
    }
}
