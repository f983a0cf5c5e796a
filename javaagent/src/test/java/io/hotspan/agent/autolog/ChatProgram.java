package io.hotspan.agent.autolog;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A program that uses the OpenAI SDK, against a server of its own, and knows nothing of Hotspan.
 */
final class ChatProgram {
    private static final String CHAT =
            "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\","
                    + "\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
                    + "{\"role\":\"assistant\",\"content\":\"Hello\"}}],\"usage\":"
                    + "{\"prompt_tokens\":3,\"completion_tokens\":1,\"total_tokens\":4}}";
    private static final String CHUNK =
            "data: {\"id\":\"chatcmpl-2\",\"object\":\"chat.completion.chunk\",\"created\":1,"
                    + "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
                    + "{\"role\":\"assistant\",\"content\":\"streamed\"},"
                    + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    private static final String EMBEDDINGS =
            "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,"
                    + "\"embedding\":[0.5]}],\"model\":\"e\","
                    + "\"usage\":{\"prompt_tokens\":2,\"total_tokens\":2}}";

    private ChatProgram() {}

    public static void main(final String[] arguments) throws IOException {
        final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1", ChatProgram::answer);
        server.start();
        final OpenAIClient client =
                OpenAIOkHttpClient.builder()
                        .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
                        .apiKey("key")
                        .build();
        final ChatCompletionCreateParams params =
                ChatCompletionCreateParams.builder().model("m").addUserMessage("Hi").build();
        System.out.println(client.chat().completions().create(params).id());
        System.out.println(client.async().chat().completions().create(params).join().id());
        try (StreamResponse<ChatCompletionChunk> stream =
                client.withOptions(options -> options.maxRetries(0))
                        .chat()
                        .completions()
                        .createStreaming(params)) {
            System.out.println(stream.stream().count());
        }
        System.out.println(
                client.embeddings()
                        .create(EmbeddingCreateParams.builder().model("e").input("text").build())
                        .data()
                        .size());
        System.out.println(client.getClass().getSimpleName());
        client.close();
        server.stop(0);
        System.exit(0); // not to wait for the SDK's threads
    }

    private static void answer(final HttpExchange exchange) throws IOException {
        try (exchange) {
            final String request =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            final boolean streaming = request.contains("\"stream\":true");
            final String answer = streaming ? CHUNK : CHAT;
            final byte[] body =
                    (exchange.getRequestURI().getPath().endsWith("embeddings")
                                    ? EMBEDDINGS
                                    : answer)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", streaming ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
