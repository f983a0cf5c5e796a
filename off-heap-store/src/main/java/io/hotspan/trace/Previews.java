package io.hotspan.trace;

import io.hotspan.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The line that a table of traces shows for a root's inputs or outputs: the text of a chat's last
 * message where there is one, else the JSON. Source: {@code mlflow.tracing.utils.truncation}.
 */
final class Previews {
    static final int MAX_PREVIEW_LENGTH = 1_000;
    static final int MAX_METADATA_LENGTH = 250;
    private static final String ELLIPSIS = "...";

    private Previews() {}

    static String request(final Object inputs) {
        return preview(inputs, "user");
    }

    static String response(final Object outputs) {
        return preview(outputs, "assistant");
    }

    /** The value's JSON, shortened to what metadata may hold. */
    static String metadata(final Object value) {
        return json(value, MAX_METADATA_LENGTH);
    }

    private static String preview(final Object value, final String role) {
        final List<Map<?, ?>> messages = messagesOf(value);
        if (!messages.isEmpty()) {
            final String text = textOf(lastMessage(messages, role));
            if (!text.isEmpty()) {
                return shorten(text, MAX_PREVIEW_LENGTH);
            }
        }
        return json(value, MAX_PREVIEW_LENGTH);
    }

    private static String json(final Object value, final int maxLength) {
        return shorten(Json.writePrefix(value, maxLength * 2), maxLength);
    }

    /** Counts code points, as the source does. */
    static String shorten(final String text, final int maxLength) {
        if (text.length() <= maxLength || text.codePointCount(0, text.length()) <= maxLength) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, maxLength - ELLIPSIS.length()))
                + ELLIPSIS;
    }

    /** The messages of a chat: OpenAI's chat completions and responses, requests and answers. */
    private static List<Map<?, ?>> messagesOf(final Object value) {
        Object chat = value;
        while (chat instanceof Map<?, ?> map) {
            for (final String key : new String[] {"messages", "choices", "input", "output"}) {
                if (map.get(key) instanceof List<?> list && !list.isEmpty()) {
                    if (!key.equals("choices")) {
                        return messagesIn(list);
                    }
                    if (list.get(0) instanceof Map<?, ?> choice
                            && choice.get("message") instanceof Map<?, ?> message
                            && isMessage(message)) {
                        return List.of(message);
                    }
                }
            }
            chat = map.get("request");
        }
        return List.of();
    }

    private static List<Map<?, ?>> messagesIn(final List<?> list) {
        final List<Map<?, ?>> messages = new ArrayList<>();
        for (final Object item : list) {
            if (item instanceof Map<?, ?> message && isMessage(message)) {
                messages.add(message);
            }
        }
        return messages;
    }

    private static boolean isMessage(final Map<?, ?> map) {
        return map.containsKey("role") && map.containsKey("content");
    }

    private static Map<?, ?> lastMessage(final List<Map<?, ?>> messages, final String role) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (role.equals(messages.get(i).get("role"))) {
                return messages.get(i);
            }
        }
        return messages.get(messages.size() - 1);
    }

    private static String textOf(final Map<?, ?> message) {
        final Object content = message.get("content");
        if (content instanceof String text) {
            return text;
        }
        if (content instanceof List<?> parts) {
            for (final Object part : parts) {
                if (part instanceof String text) {
                    return text;
                }
                if (part instanceof Map<?, ?> map
                        && ("text".equals(map.get("type"))
                                || "output_text".equals(map.get("type")))) {
                    return map.get("text") instanceof String text ? text : "";
                }
            }
        }
        return "";
    }
}
