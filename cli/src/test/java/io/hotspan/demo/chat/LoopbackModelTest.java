package io.hotspan.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackModelTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private LoopbackModel model;

    @BeforeEach
    void start() throws IOException {
        model = LoopbackModel.start(1);
    }

    @AfterEach
    void stop() {
        model.close();
    }

    @Test
    void aCompletionHasTheDocumentedShape() throws Exception {
        final JsonNode completion =
                post(
                        "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\":"
                                + " \"Hi\"}]}",
                        200);
        assertThat(completion.get("id").asText()).matches("chatcmpl-[0-9a-f]{32}");
        assertThat(completion.get("object").asText()).isEqualTo("chat.completion");
        assertThat(completion.get("created").isIntegralNumber()).isTrue();
        assertThat(completion.get("model").asText()).isEqualTo("extractive-loopback (no model)");
        assertThat(completion.get("choices")).hasSize(1);
        final JsonNode choice = completion.get("choices").get(0);
        assertThat(choice.get("index").asInt()).isZero();
        assertThat(choice.get("finish_reason").asText()).isEqualTo("stop");
        assertThat(choice.get("message").get("role").asText()).isEqualTo("assistant");
        assertThat(choice.get("message").get("content").asText())
                .isEqualTo(ExtractiveAnswer.NOTHING_FOUND);
        assertThat(choice.get("message").get("refusal").isNull()).isTrue();
    }

    @Test
    void usageCountsWordsAndSigns() throws Exception {
        final JsonNode usage =
                post(
                                "{\"model\": \"m\", \"messages\": ["
                                        + "{\"role\": \"system\", \"content\": \"Be brief.\"},"
                                        + "{\"role\": \"user\", \"content\": \"Hi there\"}]}",
                                200)
                        .get("usage");
        assertThat(usage.get("prompt_tokens").asInt()).isEqualTo(5);
        assertThat(usage.get("completion_tokens").asInt()).isEqualTo(7);
        assertThat(usage.get("total_tokens").asInt()).isEqualTo(12);
    }

    @Test
    void aStreamIsChunksOfTheSameText() throws Exception {
        final List<JsonNode> chunks =
                stream(
                        "{\"model\": \"m\", \"stream\": true, \"stream_options\":"
                                + " {\"include_usage\": true}, \"messages\": [{\"role\": \"user\","
                                + " \"content\": \"Hi\"}]}");
        assertThat(chunks)
                .allSatisfy(
                        chunk ->
                                assertThat(chunk.get("object").asText())
                                        .isEqualTo("chat.completion.chunk"));
        final StringBuilder text = new StringBuilder();
        for (final JsonNode chunk : chunks.subList(0, chunks.size() - 1)) {
            text.append(chunk.get("choices").get(0).get("delta").path("content").asText());
        }
        assertThat(text).hasToString(ExtractiveAnswer.NOTHING_FOUND);
        assertThat(chunks.get(chunks.size() - 2).get("choices").get(0).get("finish_reason"))
                .hasToString("\"stop\"");
        final JsonNode last = chunks.get(chunks.size() - 1);
        assertThat(last.get("choices")).isEmpty();
        assertThat(last.get("usage").get("total_tokens").asInt()).isEqualTo(8);
    }

    @Test
    void aToolIsCalledOnceWithTheFirstPassage() throws Exception {
        final String request =
                "{\"model\": \"m\", \"tools\": [{\"type\": \"function\", \"function\": {\"name\":"
                        + " \"next\"}}], \"messages\": [{\"role\": \"user\", \"content\": \"[1]"
                        + " a.md#7\\nText.\\n\\nQuestion: tea\"}%s]}";
        final JsonNode choice = post(String.format(request, ""), 200).get("choices").get(0);
        assertThat(choice.get("finish_reason").asText()).isEqualTo("tool_calls");
        final JsonNode call = choice.get("message").get("tool_calls").get(0);
        assertThat(call.get("function").get("name").asText()).isEqualTo("next");
        assertThat(new JsonMapper().readTree(call.get("function").get("arguments").asText()))
                .hasToString("{\"id\":\"a.md#7\"}");
        final String more =
                ", {\"role\": \"assistant\", \"tool_calls\": ["
                        + call
                        + "]}, {\"role\": \"tool\", \"content\": \"[2] a.md#8\\nTea is made with"
                        + " boiling water.\"}";
        assertThat(
                        post(String.format(request, more), 200)
                                .get("choices")
                                .get(0)
                                .get("message")
                                .get("content")
                                .asText())
                .isEqualTo("Tea is made with boiling water. [2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"encoding_format\": \"base64\""})
    void embeddingsHaveTheDocumentedShape(final String format) throws Exception {
        final JsonNode answer =
                send(
                        request(
                                "/embeddings",
                                "{\"model\": \"m\", \"input\": [\"green tea\", \"x\"]"
                                        + format
                                        + "}"),
                        200);
        assertThat(answer.get("object").asText()).isEqualTo("list");
        assertThat(answer.get("data")).hasSize(2);
        final JsonNode second = answer.get("data").get(1);
        assertThat(second.get("object").asText()).isEqualTo("embedding");
        assertThat(second.get("index").asInt()).isEqualTo(1);
        final JsonNode vector = second.get("embedding");
        assertThat(vector.isTextual() ? vector.binaryValue().length / 4 : vector.size())
                .isEqualTo(64);
        assertThat(answer.get("usage").get("total_tokens").asInt()).isEqualTo(3);
    }

    @Test
    void textsThatShareWordsAreNear() {
        final float[] tea = HashedEmbeddings.vector("Green tea is old");
        assertThat(product(tea, HashedEmbeddings.vector("green TEA")))
                .isGreaterThan(product(tea, HashedEmbeddings.vector("rings of memory")));
        assertThat(product(tea, tea)).isCloseTo(1, within(1e-6));
    }

    private static double product(final float[] a, final float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void contentMayComeInParts() throws Exception {
        final JsonNode completion =
                post(
                        "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\":"
                                + " [{\"type\": \"text\", \"text\": \"Hi\"}]}]}",
                        200);
        assertThat(completion.get("usage").get("prompt_tokens").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            nullValues = "null",
            value = {
                "no json | null | null",
                "[] | null | null",
                "{\"messages\": []} | null | null",
                "{\"model\": \"m\"} | messages | missing_required_parameter",
                "{\"model\": \"m\", \"messages\": \"x\"} | messages | invalid_type",
                "{\"model\": \"m\", \"messages\": []} | messages | empty_array",
                "{\"model\": \"m\", \"messages\": [{\"role\": \"x\"}]} | messages[0].role |"
                        + " invalid_value",
                "{\"model\": \"m\", \"messages\": [{\"role\": \"user\"}]} | messages[0].content"
                        + " | invalid_type",
            })
    void aBadRequestGetsTheDocumentedError(final String body, final String param, final String code)
            throws Exception {
        final JsonNode error = post(body, 400).get("error");
        assertThat(error.get("message").asText()).isNotEmpty();
        assertThat(error.get("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.get("param").textValue()).isEqualTo(param);
        assertThat(error.get("code").textValue()).isEqualTo(code);
    }

    @Test
    void withoutAKeyItIsNotAnswered() throws Exception {
        final HttpRequest request =
                HttpRequest.newBuilder(uri("/chat/completions"))
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        assertThat(send(request, 401).get("error").get("code").asText())
                .isEqualTo("invalid_api_key");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        final URI uri = uri("/chat/completions");
        send(HttpRequest.newBuilder(uri).GET().build(), 405);
        send(HttpRequest.newBuilder(uri.resolve("/v1/models")).GET().build(), 404);
    }

    private JsonNode post(final String body, final int status) throws Exception {
        return send(request("/chat/completions", body), status);
    }

    private List<JsonNode> stream(final String body) throws Exception {
        final HttpResponse<String> response =
                http.send(request("/chat/completions", body), BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        final List<JsonNode> events = new ArrayList<>();
        final String[] parts = response.body().split("\n\n", -1);
        assertThat(parts[parts.length - 2]).isEqualTo("data: [DONE]");
        for (int i = 0; i < parts.length - 2; i++) {
            assertThat(parts[i]).startsWith("data: ");
            events.add(new JsonMapper().readTree(parts[i].substring("data: ".length())));
        }
        return events;
    }

    private HttpRequest request(final String path, final String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer key")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(final String path) {
        return URI.create(model.endpoint().baseUri() + path);
    }

    private JsonNode send(final HttpRequest request, final int status) throws Exception {
        final HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return new JsonMapper().readTree(response.body());
    }
}
