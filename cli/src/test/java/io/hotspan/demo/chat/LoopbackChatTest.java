package io.hotspan.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotspan.model.Document;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackChatTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private LoopbackChat chat;

    @BeforeEach
    void start() throws IOException {
        chat = LoopbackChat.start(1);
    }

    @AfterEach
    void stop() {
        chat.close();
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
    void theClientGetsSentencesOfThePassages() {
        final List<Document> passages =
                List.of(
                        new Document(
                                "Tea is made with boiling water. Tea is old.", Map.of(), "a#1"),
                        new Document(
                                "Rings are files that one thread writes to.", Map.of(), "b#1"));
        final ChatAnswer answer =
                new ChatClient(chat.endpoint(), http)
                        .complete(Prompt.of("Who writes rings?", passages));
        assertThat(answer.content()).isEqualTo("Rings are files that one thread writes to. [2]");
        assertThat(answer.model()).isEqualTo(LoopbackChat.MODEL);
        assertThat(answer.usage().totalTokens())
                .isEqualTo(answer.usage().inputTokens() + answer.usage().outputTokens());
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
                "{\"model\": \"m\", \"messages\": [], \"stream\": true} | stream |"
                        + " unsupported_value",
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
                HttpRequest.newBuilder(chat.endpoint().completionsUri())
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        assertThat(send(request, 401).get("error").get("code").asText())
                .isEqualTo("invalid_api_key");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        final URI uri = chat.endpoint().completionsUri();
        send(HttpRequest.newBuilder(uri).GET().build(), 405);
        send(HttpRequest.newBuilder(uri.resolve("/v1/models")).GET().build(), 404);
    }

    private JsonNode post(final String body, final int status) throws Exception {
        return send(
                HttpRequest.newBuilder(chat.endpoint().completionsUri())
                        .header("Authorization", "Bearer key")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                status);
    }

    private JsonNode send(final HttpRequest request, final int status) throws Exception {
        final HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return new JsonMapper().readTree(response.body());
    }
}
