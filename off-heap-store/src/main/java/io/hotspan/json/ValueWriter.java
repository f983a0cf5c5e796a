package io.hotspan.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/** Writes a value to a generator, with a stack of its own: nesting is bounded by the heap alone. */
final class ValueWriter {
    private final JsonGenerator generator;
    private final Deque<Iterator<?>> open = new ArrayDeque<>();

    private ValueWriter(final JsonGenerator generator) {
        this.generator = generator;
    }

    static void write(final JsonGenerator generator, final Object value) throws IOException {
        if (!writeScalar(generator, value)) {
            new ValueWriter(generator).writeContainer(value);
        }
    }

    private void writeContainer(final Object value) throws IOException {
        begin(value);
        while (!open.isEmpty()) {
            final Iterator<?> parts = open.peek();
            if (!parts.hasNext()) {
                open.pop();
                end();
                continue;
            }
            final Object part = parts.next();
            if (generator.getOutputContext().inObject()) {
                final Map.Entry<?, ?> entry = (Map.Entry<?, ?>) part;
                generator.writeFieldName(String.valueOf(entry.getKey()));
                writePart(entry.getValue());
            } else {
                writePart(part);
            }
        }
    }

    private void writePart(final Object value) throws IOException {
        if (!writeScalar(generator, value)) {
            begin(value);
        }
    }

    private void begin(final Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            open.push(map.entrySet().iterator());
        } else if (value instanceof Iterable<?> list) {
            generator.writeStartArray();
            open.push(list.iterator());
        } else {
            throw new IllegalArgumentException(
                    "no JSON for a value of "
                            + value.getClass()
                            + "; allowed are null, booleans, numbers, text, byte[], Iterable and"
                            + " Map");
        }
    }

    private void end() throws IOException {
        if (generator.getOutputContext().inObject()) {
            generator.writeEndObject();
        } else {
            generator.writeEndArray();
        }
    }

    private static boolean writeScalar(final JsonGenerator generator, final Object value)
            throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof CharSequence || value instanceof Character) {
            generator.writeString(value.toString());
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Number number) {
            writeNumber(generator, number);
        } else if (value instanceof byte[] bytes) {
            generator.writeString(Base64.getEncoder().encodeToString(bytes));
        } else {
            return false;
        }
        return true;
    }

    private static void writeNumber(final JsonGenerator generator, final Number number)
            throws IOException {
        if (number instanceof Double || number instanceof Float) {
            writeDouble(generator, number.doubleValue());
        } else if (number instanceof BigInteger big) {
            generator.writeNumber(big);
        } else if (number instanceof BigDecimal) {
            generator.writeNumber(number.toString());
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            generator.writeNumber(number.longValue());
        } else {
            throw new IllegalArgumentException("no JSON for a number of " + number.getClass());
        }
    }

    static void writeDouble(final JsonGenerator generator, final double value) throws IOException {
        if (Double.isFinite(value)) {
            generator.writeNumber(PythonFloat.toString(value));
        } else {
            generator.writeString(Double.toString(value));
        }
    }
}
