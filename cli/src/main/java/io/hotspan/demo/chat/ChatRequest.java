package io.hotspan.demo.chat;

import io.hotspan.demo.http.JsonRequest;
import io.hotspan.demo.http.LoopbackServer;
import io.hotspan.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request for a completion.
 *
 * @param model not empty
 * @param messages not empty
 * @param tool the first function that may be called; null if there is none
 * @param isStream whether the answer is to come in chunks
 * @param includesUsage whether the last chunk is to count tokens
 */
record ChatRequest(
        String model,
        List<ChatMessage> messages,
        String tool,
        boolean isStream,
        boolean includesUsage) {
    private static final int BAD_REQUEST = 400;
    private static final Set<String> ROLES =
            Set.of("system", "developer", "user", "assistant", "tool", "function");

    /**
     * Reads the body of a request.
     *
     * @throws ChatRequestException if it is no such request
     */
    static ChatRequest read(final JsonRequest request) throws ChatRequestException {
        final Map<?, ?> body = object(request);
        final Part parts = new Part(body);
        return new ChatRequest(
                parts.text("model"),
                messages(body.get("messages")),
                parts.first("tools").part("function").text("name"),
                Boolean.TRUE.equals(body.get("stream")),
                Boolean.TRUE.equals(parts.part("stream_options").map().get("include_usage")));
    }

    /** What the user said last; empty if no message is a user's. */
    String lastUserContent() {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role().equals("user")) {
                return messages.get(i).content();
            }
        }
        return "";
    }

    /** What tools have answered, one below the other; empty if none was called. */
    String toolContent() {
        return messages.stream()
                .filter(message -> message.role().equals("tool"))
                .map(ChatMessage::content)
                .collect(Collectors.joining("\n\n"));
    }

    /** The object that a request's body is. */
    static Map<?, ?> object(final JsonRequest request) throws ChatRequestException {
        if (request.isTooLong()) {
            throw new ChatRequestException(
                    413,
                    "The request is too long; the limit is "
                            + LoopbackServer.MAX_BODY_BYTES
                            + " bytes.",
                    null,
                    null);
        }
        final Map<?, ?> body = object(request.body());
        if (!(body.get("model") instanceof String model) || model.isBlank()) {
            throw bad("you must provide a model parameter", null, null);
        }
        return body;
    }

    private static Map<?, ?> object(final String body) throws ChatRequestException {
        try {
            if (Json.read(body) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (final IllegalArgumentException e) {
            // told as what it is: not a JSON object
        }
        throw bad("We could not parse the JSON body of your request.", null, null);
    }

    private static List<ChatMessage> messages(final Object value) throws ChatRequestException {
        if (value == null) {
            throw bad(
                    "Missing required parameter: 'messages'.",
                    "messages",
                    "missing_required_parameter");
        }
        if (!(value instanceof List<?> list)) {
            throw bad(
                    "Invalid type for 'messages': expected an array.", "messages", "invalid_type");
        }
        if (list.isEmpty()) {
            throw bad(
                    "Invalid 'messages': empty array. Expected an array with minimum length 1.",
                    "messages",
                    "empty_array");
        }
        final List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            messages.add(message(Part.of(list.get(i)), "messages[" + i + "]"));
        }
        return messages;
    }

    private static ChatMessage message(final Part message, final String param)
            throws ChatRequestException {
        final String role = message.text("role", "");
        if (!ROLES.contains(role)) {
            throw bad(
                    "Invalid value for '" + param + ".role': '" + role + "'.",
                    param + ".role",
                    "invalid_value");
        }
        final Object content = message.map().get("content");
        if (content instanceof String text) {
            return new ChatMessage(role, text);
        }
        if (content instanceof List<?> parts) {
            final StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(Part.of(part).text("text", "")));
            return new ChatMessage(role, text.toString());
        }
        if (content == null && message.map().get("tool_calls") instanceof List) {
            return new ChatMessage(role, "");
        }
        throw bad(
                "Invalid type for '" + param + ".content': expected a string or an array.",
                param + ".content",
                "invalid_type");
    }

    static ChatRequestException bad(final String message, final String param, final String code) {
        return new ChatRequestException(BAD_REQUEST, message, param, code);
    }
}
