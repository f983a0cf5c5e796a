package io.hotspan.openai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response, rebuilt: the last event brings it whole; of one that was closed early there is what
 * the events before told. Source: {@code mlflow/openai/autolog.py} ({@code _process_last_chunk},
 * {@code _reconstruct_response_from_stream}), and the events of the Responses API.
 *
 * <p><b>Differs</b>: of a stream closed early MLflow keeps the finished items alone; here also what
 * had come of the item under way.
 */
final class StreamedResponse implements StreamedAnswer {
    private static final String DELTA = ".delta";

    private Map<String, Object> response;
    private final Map<Integer, Map<String, Object>> items = new TreeMap<>();

    @Override
    public void add(final Map<String, Object> event) {
        if (event.get("response") instanceof Map<?, ?> whole) {
            response = Deltas.fields(whole);
        }
        final String type = String.valueOf(event.get("type"));
        final int item = number(event, "output_index");
        if (type.startsWith("response.output_item.") && event.get("item") instanceof Map<?, ?> it) {
            items.put(item, Deltas.fields(it)); // added, then done: the last one is complete
        } else if (items.containsKey(item)) {
            addToItem(items.get(item), type, event);
        }
    }

    private static void addToItem(
            final Map<String, Object> item, final String type, final Map<String, Object> event) {
        if (type.startsWith("response.content_part.") && event.get("part") instanceof Map) {
            put(list(item, "content"), number(event, "content_index"), event.get("part"));
        } else if (type.equals("response.output_text.delta")) {
            append(part(item, event), "text", event);
        } else if (type.equals("response.refusal.delta")) {
            append(part(item, event), "refusal", event);
        } else if (type.endsWith("_arguments" + DELTA)) {
            append(item, "arguments", event);
        } else if (type.endsWith("_input" + DELTA)) {
            append(item, "input", event);
        } else if (type.startsWith("response.reasoning_summary_part.")) {
            put(list(item, "summary"), number(event, "summary_index"), event.get("part"));
        } else if (type.equals("response.reasoning_summary_text.delta")) {
            append(at(list(item, "summary"), number(event, "summary_index")), "text", event);
        }
    }

    @Override
    public Map<String, Object> answer() {
        if (response == null && items.isEmpty()) {
            return null;
        }
        final Map<String, Object> answer =
                new LinkedHashMap<>(response == null ? Map.of() : response);
        if (!(answer.get("output") instanceof List<?> output) || output.isEmpty()) {
            answer.put("output", new ArrayList<>(items.values()));
        }
        return answer;
    }

    private static Map<String, Object> part(
            final Map<String, Object> item, final Map<String, Object> event) {
        return at(list(item, "content"), number(event, "content_index"));
    }

    /** Appends the delta of an event to a text; nothing if there is no place for it. */
    private static void append(
            final Map<String, Object> fields, final String key, final Map<String, Object> event) {
        if (fields != null && event.get("delta") instanceof String delta) {
            final Map<String, Object> grown = new LinkedHashMap<>();
            grown.put(key, delta);
            Deltas.addTo(fields, grown);
        }
    }

    private static Map<String, Object> at(final List<Object> list, final int index) {
        return index < list.size() && list.get(index) instanceof Map<?, ?> fields
                ? Deltas.fields(fields)
                : null;
    }

    private static void put(final List<Object> list, final int index, final Object element) {
        if (index < list.size()) {
            list.set(index, element);
        } else {
            list.add(element);
        }
    }

    /** The list of that name in an item; each item's own, since JSON was read into it. */
    private static List<Object> list(final Map<String, Object> item, final String key) {
        if (!(item.get(key) instanceof ArrayList<?>)) {
            item.put(key, new ArrayList<>());
        }
        @SuppressWarnings("unchecked") // read from JSON, or made here
        final List<Object> list = (List<Object>) item.get(key);
        return list;
    }

    private static int number(final Map<String, Object> event, final String key) {
        return event.get(key) instanceof Number number ? number.intValue() : 0;
    }
}
