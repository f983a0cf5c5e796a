package io.hotspan.demo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start("echo", 1, LoopbackServerTest::echo);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onlyThisMachineReachesIt() throws IOException {
        assertThat(InetAddress.getByName(server.uri().getHost()).isLoopbackAddress()).isTrue();
    }

    @Test
    void aRequestIsHandedOverWhole() throws Exception {
        final HttpResponse<String> response = post("grüße");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo("[\"POST\", \"/a/b\", \"grüße\", \"x\", \"echo-1\"]");
    }

    @Test
    void aBodyThatIsTooLongIsToldToTheHandler() throws Exception {
        assertThat(post("x".repeat(LoopbackServer.MAX_BODY_BYTES)).statusCode()).isEqualTo(201);
        assertThat(post("x".repeat(LoopbackServer.MAX_BODY_BYTES + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void itIsGoneWhenClosed() {
        server.close();
        assertThatThrownBy(() -> post("x")).isInstanceOf(ConnectException.class);
    }

    private HttpResponse<String> post(final String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.uri() + "/a/b?c=d"))
                        .header("X-Test", "x")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonResponse echo(final JsonRequest request) {
        return request.isTooLong()
                ? new JsonResponse(413, "too long")
                : new JsonResponse(
                        201,
                        List.of(
                                request.method(),
                                request.path(),
                                request.body(),
                                request.header("x-test"),
                                Thread.currentThread().getName()));
    }
}
