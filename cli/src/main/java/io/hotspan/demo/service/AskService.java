package io.hotspan.demo.service;

import io.hotspan.demo.chat.ChatException;
import io.hotspan.demo.http.JsonRequest;
import io.hotspan.demo.http.JsonResponse;
import io.hotspan.demo.http.LoopbackServer;
import io.hotspan.json.Json;
import io.hotspan.tracing.Scope;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * {@code POST /ask} with {@code {"question": "…"}}. What fails comes back as {@code {"error":
 * "…"}}: 400 a request that is none, 422 a question that is not taken, 502 a chat model without an
 * answer. Spans hang on the caller's, which {@code traceparent} names.
 */
public final class AskService implements AutoCloseable {
    private static final String PATH = "/ask";

    private final Tracer tracer;
    private final QuestionAnswering answering;
    private LoopbackServer server;

    AskService(final Tracer tracer, final QuestionAnswering answering) {
        this.tracer = tracer;
        this.answering = answering;
    }

    /**
     * Starts the service on a free port.
     *
     * @param threadCount how many questions it answers at once
     * @throws IOException if no port can be had
     */
    public static AskService start(
            final Tracer tracer, final QuestionAnswering answering, final int threadCount)
            throws IOException {
        final AskService service = new AskService(tracer, answering);
        service.server = LoopbackServer.start("ask-server", threadCount, service::handle);
        return service;
    }

    /** Where questions go. */
    public URI uri() {
        return URI.create(server.uri() + PATH);
    }

    /** Ends the service at once. */
    @Override
    public void close() {
        server.close();
    }

    JsonResponse handle(final JsonRequest request) {
        if (!request.path().equals(PATH)) {
            return failed(404, "no such path: " + request.path() + "; there is " + PATH);
        }
        if (!request.method().equals("POST")) {
            return failed(405, "wrong method: " + request.method() + "; POST a question");
        }
        if (request.isTooLong()) {
            return failed(413, "the request is too long: max=" + LoopbackServer.MAX_BODY_BYTES);
        }
        final String question = question(request.body());
        if (question == null) {
            return failed(400, "not a question; send {\"question\": \"...\"}");
        }
        try (Scope caller = tracer.extract(request, JsonRequest::header).makeCurrent()) {
            return new JsonResponse(200, answering.answer(question).toMap());
        } catch (final InvalidQuestionException e) {
            return failed(422, e.getMessage());
        } catch (final ChatException e) {
            return failed(502, e.getMessage());
        }
    }

    private static String question(final String body) {
        try {
            return Json.read(body) instanceof Map<?, ?> map
                            && map.get("question") instanceof String question
                    ? question
                    : null;
        } catch (final IllegalArgumentException e) {
            return null; // told as what it is: not a question
        }
    }

    private static JsonResponse failed(final int status, final String why) {
        return new JsonResponse(status, Map.of("error", why));
    }
}
