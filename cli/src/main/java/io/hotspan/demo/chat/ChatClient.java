package io.hotspan.demo.chat;

import io.hotspan.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a chat model by {@code POST {base}/chat/completions}, without streaming. For any number of
 * threads.
 *
 * <p>Source: OpenAI's API reference, "Create chat completion".
 */
public final class ChatClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int MAX_SHOWN_CHARS = 300;

    private final ChatEndpoint endpoint;
    private final HttpClient http;

    public ChatClient(final ChatEndpoint endpoint, final HttpClient http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    /** The model that is asked for. */
    public String model() {
        return endpoint.model();
    }

    /**
     * Waits for the model's answer.
     *
     * @throws ChatException if there is none: no connection, a status other than 200, or a body
     *     that is no completion
     */
    public ChatAnswer complete(final List<ChatMessage> messages) {
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", endpoint.model());
        body.put("messages", messages.stream().map(ChatMessage::toMap).toList());
        final HttpResponse<String> response = post(Json.write(body));
        if (response.statusCode() != OK) {
            throw failed("HTTP " + response.statusCode() + ": " + reason(response), response);
        }
        return answer(response);
    }

    private HttpResponse<String> post(final String json) {
        final HttpRequest request =
                HttpRequest.newBuilder(endpoint.completionsUri())
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + endpoint.apiKey())
                        .POST(BodyPublishers.ofString(json))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (final IOException e) {
            throw new ChatException(
                    "no answer from " + endpoint.completionsUri() + ": " + describe(e), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException("interrupted while waiting for an answer", e);
        }
    }

    private ChatAnswer answer(final HttpResponse<String> response) {
        final Part completion;
        try {
            completion = Part.of(Json.read(response.body()));
        } catch (final IllegalArgumentException e) {
            throw failed("the answer is no JSON: " + e.getMessage(), response);
        }
        final Part choice = completion.first("choices");
        final Part message = choice.part("message");
        final String content = message.text("content");
        final String refusal = message.text("refusal");
        if (content == null && refusal == null) {
            throw failed("the answer is no completion: " + shorten(response.body()), response);
        }
        return new ChatAnswer(
                completion.text("id", ""),
                completion.text("model", endpoint.model()),
                content == null ? refusal : content,
                choice.text("finish_reason", ""),
                usage(completion.part("usage")));
    }

    private static ChatUsage usage(final Part usage) {
        return usage.isEmpty()
                ? null
                : new ChatUsage(
                        usage.number("prompt_tokens"),
                        usage.number("completion_tokens"),
                        usage.number("total_tokens"));
    }

    /** What the server gave as the reason: {@code {"error": {"message": …}}}, else the body. */
    private static String reason(final HttpResponse<String> response) {
        try {
            final String message =
                    Part.of(Json.read(response.body())).part("error").text("message");
            if (message != null) {
                return shorten(message);
            }
        } catch (final IllegalArgumentException e) {
            // not JSON, as from a proxy: shown as it is
        }
        return shorten(response.body());
    }

    private ChatException failed(final String what, final HttpResponse<String> response) {
        return new ChatException(
                endpoint.completionsUri() + ": " + what, response.statusCode(), response.body());
    }

    private static String describe(final IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String shorten(final String text) {
        return text.length() <= MAX_SHOWN_CHARS ? text : text.substring(0, MAX_SHOWN_CHARS) + "…";
    }
}
