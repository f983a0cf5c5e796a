package io.hotspan.demo.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hotspan.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server that only this machine can reach, on a free port, with a fixed number of threads.
 */
public final class LoopbackServer implements AutoCloseable {
    /** The longest body of a request that is taken. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    private static final long MAX_WAIT_SECONDS = 5;
    private static final int CHUNKED = 0;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(final HttpServer server, final ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server.
     *
     * @param name of its threads
     * @param threadCount how many requests it works on at once
     * @throws IOException if no port can be had
     */
    public static LoopbackServer start(
            final String name, final int threadCount, final JsonHandler handler)
            throws IOException {
        if (System.getProperty(NO_DELAY) == null) {
            // the JDK sends headers and body apart: with Nagle's algorithm each body waits 40 ms
            System.setProperty(NO_DELAY, "true");
        }
        final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        final AtomicInteger number = new AtomicInteger();
        final ExecutorService threads =
                Executors.newFixedThreadPool(
                        threadCount,
                        work -> {
                            final Thread thread =
                                    new Thread(work, name + "-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, handler));
        server.start();
        return new LoopbackServer(server, threads);
    }

    /** Where it is, without a slash at the end. */
    public URI uri() {
        final InetSocketAddress address = server.getAddress();
        return URI.create(
                "http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** Ends the server at once: what it works on is interrupted, and gets no response. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(final HttpExchange exchange, final JsonHandler handler)
            throws IOException {
        try (exchange) {
            final byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
            final JsonResponse response =
                    handler.handle(
                            new JsonRequest(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().getPath(),
                                    exchange.getRequestHeaders(),
                                    body.length > MAX_BODY_BYTES
                                            ? JsonRequest.TOO_LONG
                                            : new String(body, StandardCharsets.UTF_8)));
            if (response.isStream()) {
                stream(exchange, (List<?>) response.body());
            } else {
                final byte[] json = bytes(Json.write(response.body()));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(response.status(), json.length);
                exchange.getResponseBody().write(json);
            }
        }
    }

    private static void stream(final HttpExchange exchange, final List<?> events)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, CHUNKED);
        try (OutputStream out = exchange.getResponseBody()) {
            for (final Object event : events) {
                out.write(bytes("data: " + Json.write(event) + "\n\n"));
                out.flush();
            }
            out.write(bytes("data: [DONE]\n\n"));
        }
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
