package io.hotspan.openai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A completion of chat or text, rebuilt. Source: {@code mlflow/openai/autolog.py} ({@code
 * _reconstruct_completion_from_stream}).
 *
 * <p><b>Differs</b>: MLflow keeps the first choice alone, and of a text completion only the text;
 * here all choices are rebuilt, with all that their deltas hold.
 */
final class StreamedCompletion implements StreamedAnswer {
    private static final String CHOICES = "choices";
    private static final String DELTA = "delta";

    private final String object;
    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<Integer, Map<String, Object>> choices = new TreeMap<>();

    StreamedCompletion(final String object) {
        this.object = object;
    }

    @Override
    public void add(final Map<String, Object> chunk) {
        chunk.forEach(
                (key, value) -> {
                    if (!CHOICES.equals(key) && (value != null || !header.containsKey(key))) {
                        header.put(key, value);
                    }
                });
        if (chunk.get(CHOICES) instanceof List<?> pieces) {
            pieces.forEach(this::addChoice);
        }
    }

    private void addChoice(final Object piece) {
        if (piece instanceof Map<?, ?> fields) {
            final int index = fields.get("index") instanceof Number number ? number.intValue() : 0;
            Deltas.addTo(choices.computeIfAbsent(index, i -> new LinkedHashMap<>()), fields);
        }
    }

    @Override
    public Map<String, Object> answer() {
        if (header.isEmpty() && choices.isEmpty()) {
            return null;
        }
        final Map<String, Object> answer = new LinkedHashMap<>(header);
        answer.put("object", object);
        final List<Object> whole = new ArrayList<>();
        choices.values().forEach(choice -> whole.add(choice(choice)));
        answer.put(CHOICES, whole);
        return answer;
    }

    /** The delta is now the message, and its tool calls stand in order instead of by index. */
    private static Map<String, Object> choice(final Map<String, Object> sum) {
        final Map<String, Object> choice = new LinkedHashMap<>();
        sum.forEach((key, value) -> choice.put(DELTA.equals(key) ? "message" : key, value));
        if (sum.get(DELTA) instanceof Map<?, ?> message
                && message.get("tool_calls") instanceof List<?> toolCalls) {
            for (final Object toolCall : toolCalls) {
                if (toolCall instanceof Map<?, ?> fields) {
                    fields.remove("index");
                }
            }
        }
        return choice;
    }
}
