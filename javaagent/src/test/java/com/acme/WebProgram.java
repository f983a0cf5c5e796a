package com.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that asks a back end in a pool's thread, and a client of it. */
public final class WebProgram {
    private static final int REQUESTS = 20;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    private WebProgram() {}

    /** Prints the last answer. */
    public static void main(final String[] args) throws Exception {
        final WebProgram program = new WebProgram();
        final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", program::greet);
        server.start();
        final HttpClient client = HttpClient.newHttpClient();
        final URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/anna");
        String answer = "";
        for (int i = 0; i < REQUESTS; i++) {
            answer =
                    client.send(
                                    HttpRequest.newBuilder(uri).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
        }
        server.stop(0);
        program.pool.shutdown();
        System.out.println(answer);
        System.exit(0);
    }

    private void greet(final HttpExchange exchange) throws IOException {
        final String name = exchange.getRequestURI().getPath().substring(1);
        final byte[] body = backEnd(name).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String backEnd(final String name) {
        try {
            return pool.submit(() -> greeting(name)).get();
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String greeting(final String name) {
        return "hello " + name;
    }
}
