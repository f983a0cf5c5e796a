package io.hotspan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A place in JSON that was read, which says where it is when it holds something unexpected. */
record JsonNode(String path, Object value) {
    boolean has(final String name) {
        return object().get(name) != null;
    }

    JsonNode field(final String name) {
        final Map<String, Object> object = object();
        if (!object.containsKey(name)) {
            throw new IllegalArgumentException(
                    "not a trace: "
                            + path
                            + " has no \""
                            + name
                            + "\"; its keys are "
                            + object.keySet());
        }
        return new JsonNode(path + "." + name, object.get(name));
    }

    List<JsonNode> elements() {
        if (!(value instanceof List<?> list)) {
            throw unexpected("a list", null);
        }
        final List<JsonNode> nodes = new ArrayList<>(list.size());
        for (final Object element : list) {
            nodes.add(new JsonNode(path + "[" + nodes.size() + "]", element));
        }
        return nodes;
    }

    List<JsonNode> optionalElements(final String name) {
        return has(name) ? field(name).elements() : List.of();
    }

    @SuppressWarnings("unchecked") // keys of JSON that was read are strings
    Map<String, Object> object() {
        if (!(value instanceof Map<?, ?> map)) {
            throw unexpected("an object", null);
        }
        return (Map<String, Object>) map;
    }

    String string() {
        if (!(value instanceof String text)) {
            throw unexpected("a string", null);
        }
        return text;
    }

    /** A whole number, or the digits of one in a string, as protobuf writes 64-bit numbers. */
    long longValue() {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String text) {
            try {
                return Long.parseLong(text);
            } catch (final NumberFormatException e) {
                throw unexpected("a whole number", e);
            }
        }
        throw unexpected("a whole number", null);
    }

    <T> T parsed(final String expected, final Function<String, T> parse) {
        try {
            return parse.apply(string());
        } catch (final IllegalArgumentException e) {
            throw unexpected(expected, e);
        }
    }

    IllegalArgumentException unexpected(final String expected, final Exception cause) {
        final String found = value instanceof String text ? "\"" + text + "\"" : typeOf(value);
        return new IllegalArgumentException(
                "not a trace: "
                        + path
                        + " should be "
                        + expected
                        + ", but is "
                        + Previews.shorten(found, 100),
                cause);
    }

    private static String typeOf(final Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof List ? "a list" : value.toString();
    }
}
