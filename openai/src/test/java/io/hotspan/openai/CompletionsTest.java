package io.hotspan.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.WebSearchTool;
import io.hotspan.json.Json;
import io.hotspan.model.SpanType;
import io.hotspan.model.StatusCode;
import io.hotspan.trace.SpanData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the spans of whole answers say, as the replayed journal has it. */
class CompletionsTest {
    @TempDir Path directory;
    private TracedClient client;

    @BeforeEach
    void open() throws Exception {
        client = new TracedClient(directory);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aChatCompletionIsASpanNamedAfterItsResource() {
        client.answering(Reply.of("chat.json")).chat().completions().create(Requests.CHAT);

        final SpanData span = client.span();
        assertThat(span.name()).isEqualTo("Completions");
        assertThat(span.type()).isEqualTo(SpanType.CHAT_MODEL);
        assertThat(span.status().code()).isEqualTo(StatusCode.OK);
        assertThat(span.isOpen()).isFalse();
    }

    @Test
    void theInputsAreTheRequestAsItWasSent() {
        client.answering(Reply.of("chat.json")).chat().completions().create(Requests.CHAT);

        assertThat(client.span().inputs())
                .isEqualTo(Json.read(client.server().requests().get(0).body()));
    }

    @Test
    void theOutputsAreTheResponseAsItWasReceived() {
        client.answering(Reply.of("chat.json")).chat().completions().create(Requests.CHAT);

        assertThat(client.span().outputs()).isEqualTo(Json.read(Reply.text("chat.json")));
    }

    @Test
    void modelAndParametersAreAttributesUnderTheirOwnNames() {
        client.answering(Reply.of("chat.json")).chat().completions().create(Requests.CHAT);

        assertThat(client.span().attributes())
                .contains(
                        entry("model", "gpt-5.4"),
                        entry("temperature", 0.5),
                        entry("max_completion_tokens", 100L),
                        entry("seed", 7L),
                        entry("stop", "END"),
                        entry("mlflow.llm.model", "gpt-5.4-2026-03-05"),
                        entry("mlflow.message.format", "openai"))
                .doesNotContainKey("messages");
    }

    @Test
    void tokensAreCountedAsMlflowCountsThem() {
        client.answering(Reply.of("chat.json")).chat().completions().create(Requests.CHAT);

        assertThat(client.span().attributes())
                .containsEntry(
                        "mlflow.chat.tokenUsage",
                        Map.of(
                                "input_tokens",
                                19L,
                                "output_tokens",
                                10L,
                                "total_tokens",
                                29L,
                                "cache_read_input_tokens",
                                8L));
        assertThat(client.trace().toJson()).contains("mlflow.trace.tokenUsage");
    }

    @Test
    void theConventionsOfOpenTelemetryStandBeside() {
        client.answering(Reply.of("chat.json")).chat().completions().create(Requests.CHAT);

        assertThat(client.span().attributes())
                .contains(
                        entry("gen_ai.operation.name", "chat"),
                        entry("gen_ai.provider.name", "openai"),
                        entry("openai.api.type", "chat_completions"),
                        entry("gen_ai.request.model", "gpt-5.4"),
                        entry("gen_ai.request.temperature", 0.5),
                        entry("gen_ai.request.max_tokens", 100L),
                        entry("gen_ai.request.seed", 7L),
                        entry("gen_ai.request.stop_sequences", List.of("END")),
                        entry("gen_ai.response.id", "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT"),
                        entry("gen_ai.response.model", "gpt-5.4-2026-03-05"),
                        entry("gen_ai.response.finish_reasons", List.of("stop")),
                        entry("gen_ai.usage.input_tokens", 19L),
                        entry("gen_ai.usage.output_tokens", 10L),
                        entry("gen_ai.usage.cache_read.input_tokens", 8L),
                        entry("gen_ai.usage.reasoning.output_tokens", 3L),
                        entry("openai.response.service_tier", "default"),
                        entry("openai.response.system_fingerprint", "fp_44709d6fcb"),
                        entry("server.address", "127.0.0.1"),
                        entry("server.port", (long) client.server().port()));
    }

    @Test
    void toolsAndToolCallsAreRecorded() {
        client.answering(Reply.of("chat-tools.json"))
                .chat()
                .completions()
                .create(Requests.CHAT_WITH_TOOLS);

        final SpanData span = client.span();
        assertThat(Json.write(span.attributes().get("mlflow.chat.tools")))
                .contains("\"type\": \"function\"", "get_current_weather", "\"location\"");
        assertThat(Json.write(span.outputs()))
                .contains("call_abc123", "Boston, MA", "\"finish_reason\": \"tool_calls\"");
    }

    @Test
    void aResponseIsASpanOfItsOwnName() {
        client.answering(Reply.of("response.json")).responses().create(Requests.RESPONSE);

        final SpanData span = client.span();
        assertThat(span.name()).isEqualTo("Responses");
        assertThat(span.type()).isEqualTo(SpanType.CHAT_MODEL);
        assertThat(span.inputs()).isEqualTo(Json.read(client.server().requests().get(0).body()));
        assertThat(Json.equal(span.outputs(), Json.read(asTheSdkHoldsIt("response.json"))))
                .isTrue();
        assertThat(span.attributes())
                .contains(
                        entry("mlflow.message.format", "openai"),
                        entry("openai.api.type", "responses"),
                        entry("gen_ai.request.max_tokens", 200L),
                        entry("gen_ai.response.finish_reasons", List.of("completed")))
                .doesNotContainKey("input");
        assertThat(span.attributes().get("mlflow.chat.tokenUsage"))
                .isEqualTo(
                        Map.of(
                                "input_tokens",
                                36L,
                                "output_tokens",
                                87L,
                                "total_tokens",
                                123L,
                                "cache_read_input_tokens",
                                0L));
    }

    @Test
    void toolsBuiltIntoResponsesAreNamedByTheirType() {
        final ResponseCreateParams params =
                Requests.RESPONSE.toBuilder()
                        .addTool(
                                WebSearchTool.builder().type(WebSearchTool.Type.WEB_SEARCH).build())
                        .build();
        client.answering(Reply.of("response.json")).responses().create(params);

        assertThat(client.span().attributes().get("mlflow.chat.tools"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "type",
                                        "function",
                                        "function",
                                        Map.of("name", "web_search"))));
    }

    @Test
    void aTextCompletionIsASpanOfTypeLlm() {
        client.answering(Reply.of("completion.json")).completions().create(Requests.COMPLETION);

        final SpanData span = client.span();
        assertThat(span.name()).isEqualTo("Completions");
        assertThat(span.type()).isEqualTo(SpanType.LLM);
        assertThat(span.inputs()).isEqualTo(Json.read(client.server().requests().get(0).body()));
        assertThat(span.outputs()).isEqualTo(Json.read(Reply.text("completion.json")));
        assertThat(span.attributes())
                .contains(
                        entry("prompt", "Say this is a test"),
                        entry("gen_ai.operation.name", "text_completion"),
                        entry(
                                "mlflow.chat.tokenUsage",
                                Map.of(
                                        "input_tokens",
                                        5L,
                                        "output_tokens",
                                        7L,
                                        "total_tokens",
                                        12L)));
    }

    @Test
    void anEmbeddingIsASpanOfTypeEmbedding() {
        client.answering(Reply.of("embeddings.json")).embeddings().create(Requests.EMBEDDING);

        final SpanData span = client.span();
        assertThat(span.name()).isEqualTo("Embeddings");
        assertThat(span.type()).isEqualTo(SpanType.EMBEDDING);
        assertThat(span.inputs()).isEqualTo(Json.read(client.server().requests().get(0).body()));
        assertThat(span.attributes())
                .contains(
                        entry("gen_ai.operation.name", "embeddings"),
                        entry("gen_ai.request.encoding_formats", List.of("float")),
                        entry(
                                "mlflow.chat.tokenUsage",
                                Map.of(
                                        "input_tokens",
                                        8L,
                                        "output_tokens",
                                        0L,
                                        "total_tokens",
                                        8L)))
                .doesNotContainKey("mlflow.message.format");
        assertThat(Json.write(span.outputs())).contains("0.0023064255", "-0.009327292");
    }

    @Test
    void aCallIsAChildOfTheSpanThatIsCurrent() {
        client.hotspan()
                .tracer()
                .trace(
                        "answer",
                        span -> {
                            client.answering(Reply.of("chat.json"))
                                    .chat()
                                    .completions()
                                    .create(Requests.CHAT);
                        });

        final SpanData root = client.trace().root();
        assertThat(client.trace().spans())
                .filteredOn(span -> span.name().equals("Completions"))
                .singleElement()
                .extracting(SpanData::parentSpanId)
                .isEqualTo(root.spanId());
    }

    @Test
    void nothingIsRecordedWhileTracingIsOff() {
        client.hotspan().setEnabled(false);

        assertThat(
                        client.answering(Reply.of("chat.json"))
                                .chat()
                                .completions()
                                .create(Requests.CHAT)
                                .id())
                .startsWith("chatcmpl");
        assertThat(client.hotspan().lastTraceId()).isEmpty();
    }

    /** This one time is a double in the SDK. */
    private static String asTheSdkHoldsIt(final String resource) {
        return Reply.text(resource).replace("1741476542,", "1741476542.0,");
    }
}
