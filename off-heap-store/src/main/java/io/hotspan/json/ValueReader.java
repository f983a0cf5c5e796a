package io.hotspan.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a value from a parser, with a stack of its own. */
final class ValueReader {
    private final JsonParser parser;
    private final Deque<Container> open = new ArrayDeque<>();

    private ValueReader(final JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the value that is the whole of the parser's input. */
    static Object readOnly(final JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonParseException(parser, "the text is empty");
        }
        final Object value = new ValueReader(parser).read();
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "something follows the value");
        }
        return value;
    }

    private Object read() throws IOException {
        JsonToken token = parser.currentToken();
        while (true) {
            final Object value;
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                open.push(new Container(token == JsonToken.START_OBJECT));
                token = nextPart();
                continue;
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                value = open.pop().view;
            } else {
                value = scalar(token);
            }
            if (open.isEmpty()) {
                return value;
            }
            open.peek().add(value);
            token = nextPart();
        }
    }

    /** The next token, past the key where one stands. */
    private JsonToken nextPart() throws IOException {
        final JsonToken token = parser.nextToken();
        if (token == JsonToken.FIELD_NAME) {
            open.element().key = parser.currentName();
            return parser.nextToken();
        }
        return token;
    }

    private Object scalar(final JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> wholeNumber();
            case VALUE_NUMBER_FLOAT -> floatingPoint();
            default -> throw new JsonParseException(parser, "unexpected " + token);
        };
    }

    private Object wholeNumber() throws IOException {
        final boolean big = parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
        return big ? (Object) parser.getBigIntegerValue() : (Object) parser.getLongValue();
    }

    private Object floatingPoint() throws IOException {
        if (parser.isNaN()) {
            return Double.toString(parser.getDoubleValue());
        }
        final double number = parser.getDoubleValue();
        return Double.isFinite(number) ? (Object) number : parser.getDecimalValue();
    }

    private static final class Container {
        private final Map<String, Object> map;
        private final List<Object> list;
        final Object view;
        String key;

        Container(final boolean object) {
            map = object ? new LinkedHashMap<>() : null;
            list = object ? null : new ArrayList<>();
            view = object ? Collections.unmodifiableMap(map) : Collections.unmodifiableList(list);
        }

        void add(final Object value) {
            if (map != null) {
                map.put(key, value);
            } else {
                list.add(value);
            }
        }
    }
}
