package io.hotspan.demo.http;

import java.util.List;

/**
 * What to send back.
 *
 * @param status as in 200
 * @param body what {@link io.hotspan.json.Json} can write; the list of events if it is a stream
 * @param isStream whether each element of the body is a server-sent event
 */
public record JsonResponse(int status, Object body, boolean isStream) {
    /** A body of JSON. */
    public JsonResponse(final int status, final Object body) {
        this(status, body, false);
    }

    /** Server-sent events, each sent by itself, and {@code [DONE]} behind them. */
    public static JsonResponse stream(final List<?> events) {
        return new JsonResponse(200, events, true);
    }
}
