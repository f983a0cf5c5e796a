package io.hotspan.demo.client;

import io.hotspan.json.Json;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks the service, each time in a span of its own that the service's spans hang on. For any number
 * of threads.
 */
public final class AskClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(90); // longer than the model's
    private static final int OK = 200;

    private final Tracer tracer;
    private final AtomicLong openedSpans;
    private final HttpClient http;
    private final URI uri;

    /**
     * @param openedSpans is told of each span
     * @param uri of the service
     */
    public AskClient(
            final Tracer tracer,
            final AtomicLong openedSpans,
            final HttpClient http,
            final URI uri) {
        this.tracer = tracer;
        this.openedSpans = openedSpans;
        this.http = http;
        this.uri = uri;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param session which conversation the question belongs to
     * @throws AskException if there is no answer
     */
    public String ask(final String question, final String session) {
        return tracer.trace(
                "ask",
                SpanType.TASK,
                span -> {
                    openedSpans.incrementAndGet();
                    tracer.currentTrace().setSessionId(session);
                    span.setInputs(Map.of("question", question));
                    final HttpResponse<String> response = post(question);
                    span.setAttribute("http.status_code", response.statusCode());
                    final Map<?, ?> body = body(response);
                    if (response.statusCode() != OK) {
                        throw new AskException(
                                response.statusCode(), String.valueOf(body.get("error")));
                    }
                    final String answer = String.valueOf(body.get("answer"));
                    span.setOutputs(answer);
                    return answer;
                });
    }

    private HttpResponse<String> post(final String question) {
        final HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(Map.of("question", question))));
        tracer.inject(request, HttpRequest.Builder::setHeader);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (final IOException e) {
            throw new AskException("no answer from " + uri + ": " + e, e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AskException("interrupted while waiting for an answer", e);
        }
    }

    private static Map<?, ?> body(final HttpResponse<String> response) {
        try {
            return Json.read(response.body()) instanceof Map<?, ?> map ? map : Map.of();
        } catch (final IllegalArgumentException e) {
            throw new AskException(response.statusCode(), "no JSON: " + response.body());
        }
    }
}
