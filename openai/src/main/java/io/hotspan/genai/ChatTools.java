package io.hotspan.genai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools of a request in one format, whichever API it was made for. Source: {@code
 * mlflow/openai/utils/chat_schema.py} ({@code _parse_tools}).
 *
 * <p><b>Differs</b>: a built-in tool that MLflow does not know makes it drop all tools; here it is
 * kept by its type's name.
 */
final class ChatTools {
    private ChatTools() {}

    /** The tools as {@code {"type": "function", "function": {...}}}; empty if there are none. */
    static List<Map<String, Object>> of(final Map<String, ?> request) {
        final List<Map<String, Object>> tools = new ArrayList<>();
        if (request.get("tools") instanceof List<?> declared) {
            for (final Object tool : declared) {
                if (tool instanceof Map<?, ?> fields) {
                    tools.add(Map.of("type", "function", "function", function(fields)));
                }
            }
        }
        return tools;
    }

    private static Object function(final Map<?, ?> tool) {
        if (tool.get("function") instanceof Map<?, ?> function) { // chat completions
            return function;
        }
        final Object type = tool.get("type");
        if (type != null && !"function".equals(type)) { // built into the Responses API
            return Map.of("name", type);
        }
        final Map<Object, Object> function = new LinkedHashMap<>(tool);
        function.remove("type");
        return function;
    }
}
