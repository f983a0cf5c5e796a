package io.hotspan.bench.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts of a value read from JSON; what is missing is empty. */
final class JsonTree {
    private JsonTree() {}

    static Map<?, ?> object(final Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(final Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static String text(final Object value) {
        return value == null ? "" : value.toString();
    }

    /** An object whose values are texts, in the order of its keys. */
    static Map<String, String> texts(final Object value) {
        final Map<String, String> texts = new TreeMap<>();
        object(value).forEach((key, text) -> texts.put(text(key), text(text)));
        return texts;
    }

    /** JMH writes what is not finite as a text. */
    static double number(final Object value, final double otherwise) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value == null ? otherwise : Double.parseDouble(value.toString());
    }
}
