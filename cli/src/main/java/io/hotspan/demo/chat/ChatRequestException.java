package io.hotspan.demo.chat;

import io.hotspan.demo.http.JsonResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that the protocol does not allow. */
final class ChatRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String param;
    private final String code;

    /**
     * @param param what is wrong in the request; null if it is not one thing
     * @param code may be null
     */
    ChatRequestException(
            final int status, final String message, final String param, final String code) {
        super(message);
        this.status = status;
        this.param = param;
        this.code = code;
    }

    /** {@code {"error": {"message", "type", "param", "code"}}}. */
    JsonResponse response() {
        final Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", getMessage());
        error.put("type", "invalid_request_error");
        error.put("param", param);
        error.put("code", code);
        return new JsonResponse(status, Map.of("error", error));
    }
}
