package io.hotspan.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hotspan.demo.http.JsonRequest;
import io.hotspan.demo.http.JsonResponse;
import io.hotspan.demo.http.LoopbackServer;
import io.hotspan.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatClientTest {
    /** The example response of OpenAI's API reference, "Create chat completion". */
    private static final String DOCUMENTED =
            """
            {
              "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
              "object": "chat.completion",
              "created": 1741569952,
              "model": "gpt-4.1-2025-04-14",
              "choices": [
                {
                  "index": 0,
                  "message": {
                    "role": "assistant",
                    "content": "Hello! How can I assist you today?",
                    "refusal": null,
                    "annotations": []
                  },
                  "logprobs": null,
                  "finish_reason": "stop"
                }
              ],
              "usage": {
                "prompt_tokens": 19,
                "completion_tokens": 10,
                "total_tokens": 29,
                "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0}
              },
              "service_tier": "default"
            }
            """;

    private final AtomicReference<JsonRequest> asked = new AtomicReference<>();
    private volatile JsonResponse response;
    private LoopbackServer server;
    private ChatClient client;

    @BeforeEach
    void start() throws IOException {
        server =
                LoopbackServer.start(
                        "chat",
                        1,
                        request -> {
                            asked.set(request);
                            return response;
                        });
        client = clientOf(server.uri());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theDocumentedResponseIsUnderstood() {
        response = new JsonResponse(200, Json.read(DOCUMENTED));
        assertThat(complete())
                .isEqualTo(
                        new ChatAnswer(
                                "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
                                "gpt-4.1-2025-04-14",
                                "Hello! How can I assist you today?",
                                "stop",
                                new ChatUsage(19, 10, 29)));
    }

    @Test
    void theRequestIsTheDocumentedOne() {
        response = new JsonResponse(200, Json.read(DOCUMENTED));
        client.complete(List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hello!")));
        final JsonRequest request = asked.get();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/chat/completions");
        assertThat(request.header("Authorization")).isEqualTo("Bearer sk-test");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.body())
                .isEqualTo(
                        "{\"model\": \"some-model\", \"messages\": ["
                                + "{\"role\": \"system\", \"content\": \"Be brief.\"}, "
                                + "{\"role\": \"user\", \"content\": \"Hello!\"}]}");
    }

    @Test
    void anErrorIsToldByItsStatusAndMessage() {
        final Map<String, Object> error =
                Map.of("message", "Rate limit reached", "type", "requests");
        response = new JsonResponse(429, Map.of("error", error));
        final ChatException failure = failure();
        assertThat(failure)
                .hasMessage(server.uri() + "/v1/chat/completions: HTTP 429: Rate limit reached");
        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.body()).contains("\"requests\"");
    }

    @Test
    void anErrorOfAnotherShapeIsToldByItsBody() {
        response = new JsonResponse(503, "gateway is down");
        assertThat(failure()).hasMessageEndingWith(": HTTP 503: \"gateway is down\"");
    }

    @Test
    void aLongBodyIsShortened() {
        response = new JsonResponse(500, "x".repeat(10_000));
        assertThat(failure().getMessage()).hasSizeLessThan(500).endsWith("…");
        assertThat(failure().body()).hasSize(10_002);
    }

    @Test
    void aRefusalIsAnAnswer() {
        final Map<String, Object> message = ChatMessage.assistant("").toMap();
        message.put("content", null);
        message.put("refusal", "I cannot help with that.");
        response = new JsonResponse(200, Map.of("choices", List.of(Map.of("message", message))));
        assertThat(complete())
                .isEqualTo(new ChatAnswer("", "some-model", "I cannot help with that.", "", null));
    }

    @Test
    void whatIsNoCompletionIsAFailure() {
        response = new JsonResponse(200, Map.of("choices", List.of()));
        assertThat(failure()).hasMessageContaining("the answer is no completion: {\"choices\"");
    }

    @Test
    void noServerIsAFailureThatNamesTheAddress() {
        server.close();
        final ChatException failure = failure();
        assertThat(failure)
                .hasMessageStartingWith("no answer from " + server.uri() + "/v1/chat/completions");
        assertThat(failure.status()).isEqualTo(ChatException.NO_RESPONSE);
    }

    @Test
    void anInterruptStaysOne() {
        Thread.currentThread().interrupt();
        assertThat(failure()).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private ChatAnswer complete() {
        return client.complete(List.of(ChatMessage.user("Hello!")));
    }

    private ChatException failure() {
        return catchThrowableOfType(ChatException.class, this::complete);
    }

    private static ChatClient clientOf(final URI uri) {
        return new ChatClient(
                new ChatEndpoint(URI.create(uri + "/v1/"), "sk-test", "some-model"),
                HttpClient.newHttpClient());
    }
}
