package io.hotspan.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds a delta to what came before it: texts grow, maps are merged, elements of lists are found by
 * their {@code index}. Source: {@code accumulate_delta} in OpenAI's Python SDK.
 *
 * <p><b>Differs</b>: numbers, and texts that name something, are replaced: some servers repeat them
 * in each piece.
 */
final class Deltas {
    private static final Set<String> NAMING =
            Set.of("id", "type", "role", "object", "finish_reason");
    private static final String INDEX = "index";

    private Deltas() {}

    static void addTo(final Map<String, Object> sum, final Map<?, ?> delta) {
        delta.forEach(
                (anyKey, value) -> {
                    final String key = String.valueOf(anyKey);
                    final Object before = sum.get(key);
                    if (value != null || before == null) {
                        sum.put(key, NAMING.contains(key) ? value : grown(before, value));
                    }
                });
    }

    private static Object grown(final Object before, final Object value) {
        if (before instanceof StringBuilder text && value instanceof CharSequence more) {
            return text.append(more);
        } else if (before instanceof String text && value instanceof CharSequence more) {
            final StringBuilder growing = new StringBuilder(text);
            growing.append(more);
            return growing;
        } else if (before instanceof Map<?, ?> && value instanceof Map<?, ?> more) {
            addTo(fields(before), more);
            return before;
        } else if (value instanceof List<?> more) {
            final List<Object> list =
                    before instanceof List<?> ? elements(before) : new ArrayList<>();
            more.forEach(element -> addElement(list, element));
            return list;
        }
        return value;
    }

    private static void addElement(final List<Object> list, final Object element) {
        if (element instanceof Map<?, ?> fields && fields.get(INDEX) != null) {
            for (final Object other : list) {
                if (other instanceof Map<?, ?> known
                        && fields.get(INDEX).equals(known.get(INDEX))) {
                    addTo(fields(other), fields);
                    return;
                }
            }
        }
        list.add(element);
    }

    @SuppressWarnings("unchecked") // JSON's keys are texts, and the tree is this answer's own
    static Map<String, Object> fields(final Object map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked") // as above
    private static List<Object> elements(final Object list) {
        return (List<Object>) list;
    }
}
