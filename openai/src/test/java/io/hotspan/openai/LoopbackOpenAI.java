package io.hotspan.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that answers as OpenAI's API does, with replies laid ready, in order. */
final class LoopbackOpenAI implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    LoopbackOpenAI() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1", this::answer);
        server.start();
    }

    /** A request as it was received; headers by their names in lower case. */
    record Request(String method, String path, Map<String, String> headers, String body) {}

    LoopbackOpenAI willAnswer(final Reply... next) {
        replies.addAll(List.of(next));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(final HttpExchange exchange) throws IOException {
        try (exchange) {
            final Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) ->
                                    headers.put(name.toLowerCase(Locale.ROOT), values.toString()));
            requests.add(
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            headers,
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            send(replies.remove(), exchange);
        }
    }

    private static void send(final Reply reply, final HttpExchange exchange) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders()
                .set("Content-Type", reply.isStream() ? "text/event-stream" : "application/json");
        exchange.sendResponseHeaders(reply.status(), 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int index = 0; index < reply.parts().size(); index++) {
                if (reply.hold() != null && index == reply.parts().size() - 1) {
                    reply.hold().await();
                }
                body.write(reply.parts().get(index).getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
