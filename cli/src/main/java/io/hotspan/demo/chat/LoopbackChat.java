package io.hotspan.demo.chat;

import io.hotspan.demo.http.JsonHandler;
import io.hotspan.demo.http.JsonRequest;
import io.hotspan.demo.http.JsonResponse;
import io.hotspan.demo.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for a chat model where there is none: speaks its protocol, and answers with sentences
 * of the prompt. Its name says that it is no model, and its tokens are words and signs.
 *
 * <p>Source: OpenAI's API reference, "Create chat completion" and "Error codes".
 */
public final class LoopbackChat implements AutoCloseable {
    /** The name that stands in its answers. */
    public static final String MODEL = "extractive-loopback (no model)";

    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+|[^\\s\\p{L}\\p{N}_]");

    private final LoopbackServer server;

    private LoopbackChat(final LoopbackServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @throws IOException if no port can be had
     */
    public static LoopbackChat start(final int threadCount) throws IOException {
        final JsonHandler handler = LoopbackChat::handle;
        return new LoopbackChat(LoopbackServer.start("loopback-chat", threadCount, handler));
    }

    /** How a client reaches it. */
    public ChatEndpoint endpoint() {
        return new ChatEndpoint(URI.create(server.uri() + "/v1"), "loopback", MODEL);
    }

    @Override
    public void close() {
        server.close();
    }

    static JsonResponse handle(final JsonRequest request) {
        try {
            if (!request.path().equals(COMPLETIONS)) {
                throw new ChatRequestException(
                        404,
                        "Unknown request URL: " + request.method() + " " + request.path() + ".",
                        null,
                        "unknown_url");
            }
            if (!request.method().equals("POST")) {
                throw new ChatRequestException(
                        405,
                        "Not allowed to " + request.method() + " on " + request.path() + ".",
                        null,
                        "method_not_supported");
            }
            if (!request.headers()
                    .getOrDefault("Authorization", List.of(""))
                    .get(0)
                    .toLowerCase(Locale.ROOT)
                    .startsWith("bearer ")) {
                throw new ChatRequestException(
                        401,
                        "You didn't provide an API key. Provide it in an Authorization header, as"
                                + " in: Bearer KEY.",
                        null,
                        "invalid_api_key");
            }
            return new JsonResponse(200, completion(ChatRequest.read(request)));
        } catch (final ChatRequestException e) {
            return e.response();
        }
    }

    private static Map<String, Object> completion(final ChatRequest request) {
        final String content = ExtractiveAnswer.to(request.lastUserContent());
        final long inputTokens =
                request.messages().stream().mapToLong(message -> tokens(message.content())).sum();
        final long outputTokens = tokens(content);

        final Map<String, Object> message = ChatMessage.assistant(content).toMap();
        message.put("refusal", null);
        final Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put("message", message);
        choice.put("logprobs", null);
        choice.put("finish_reason", "stop");
        final Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("prompt_tokens", inputTokens);
        usage.put("completion_tokens", outputTokens);
        usage.put("total_tokens", inputTokens + outputTokens);
        final Map<String, Object> completion = new LinkedHashMap<>();
        completion.put("id", "chatcmpl-" + UUID.randomUUID().toString().replace("-", ""));
        completion.put("object", "chat.completion");
        completion.put("created", Instant.now().getEpochSecond());
        completion.put("model", MODEL);
        completion.put("choices", List.of(choice));
        completion.put("usage", usage);
        return completion;
    }

    private static long tokens(final String text) {
        final Matcher token = TOKEN.matcher(text);
        long count = 0;
        while (token.find()) {
            count++;
        }
        return count;
    }
}
