package io.hotspan.demo.chat;

import io.hotspan.demo.http.JsonHandler;
import io.hotspan.demo.http.JsonRequest;
import io.hotspan.demo.http.JsonResponse;
import io.hotspan.demo.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Stands in for a chat model and an embedding model where there are none: speaks their protocol,
 * streams and calls of tools included, and answers with sentences of the prompt. Its names say that
 * it is no model, and its tokens are words and signs.
 *
 * <p>Source: OpenAI's API reference, "Create chat completion", "Streaming", "Create embeddings" and
 * "Error codes".
 */
public final class LoopbackModel implements AutoCloseable {
    /** The name that stands in its answers. */
    public static final String MODEL = "extractive-loopback (no model)";

    /** The same, of embeddings. */
    public static final String EMBEDDING_MODEL = HashedEmbeddings.MODEL;

    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final String EMBEDDINGS = "/v1/embeddings";

    private final LoopbackServer server;

    private LoopbackModel(final LoopbackServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @throws IOException if no port can be had
     */
    public static LoopbackModel start(final int threadCount) throws IOException {
        final JsonHandler handler = LoopbackModel::handle;
        return new LoopbackModel(LoopbackServer.start("loopback-model", threadCount, handler));
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
            check(request);
            return request.path().equals(EMBEDDINGS)
                    ? HashedEmbeddings.answer(request)
                    : Completion.answer(ChatRequest.read(request));
        } catch (final ChatRequestException e) {
            return e.response();
        }
    }

    private static void check(final JsonRequest request) throws ChatRequestException {
        if (!request.path().equals(COMPLETIONS) && !request.path().equals(EMBEDDINGS)) {
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
    }
}
