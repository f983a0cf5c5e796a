package io.hotspan.demo.chat;

import java.util.List;
import java.util.Map;

/**
 * An object of JSON from elsewhere: what is missing, or of another kind, is null, zero or empty.
 *
 * @param map not null
 */
record Part(Map<?, ?> map) {
    /** The object; an empty one if the value is none. */
    static Part of(final Object value) {
        return new Part(value instanceof Map<?, ?> map ? map : Map.of());
    }

    boolean isEmpty() {
        return map.isEmpty();
    }

    Part part(final String key) {
        return of(map.get(key));
    }

    /** The first object of a list. */
    Part first(final String key) {
        return map.get(key) instanceof List<?> list && !list.isEmpty() ? of(list.get(0)) : of(null);
    }

    String text(final String key) {
        return map.get(key) instanceof String text ? text : null;
    }

    String text(final String key, final String otherwise) {
        return map.get(key) instanceof String text ? text : otherwise;
    }

    long number(final String key) {
        return map.get(key) instanceof Number number ? number.longValue() : 0;
    }
}
