package io.hotspan.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hotspan.value.ValueVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * Writes a recorded value to a generator while it is decoded, without making objects of its parts.
 * The text is the same as that of {@link Json#write(Object)} for the decoded value, but that a key
 * which was recorded twice is written twice; readers take the last. For one thread.
 *
 * <p>Each method throws {@link UncheckedIOException} when the generator's writer fails.
 */
public final class JsonValueVisitor implements ValueVisitor {
    private final JsonGenerator generator;

    /** Writes to a generator, as made by {@link Json#generator}, at the place where it stands. */
    public JsonValueVisitor(final JsonGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void nullValue() {
        write(JsonGenerator::writeNull);
    }

    @Override
    public void booleanValue(final boolean value) {
        write(json -> json.writeBoolean(value));
    }

    @Override
    public void longValue(final long value) {
        write(json -> json.writeNumber(value));
    }

    @Override
    public void doubleValue(final double value) {
        write(json -> ValueWriter.writeDouble(json, value));
    }

    @Override
    public void numberText(final String value) {
        write(json -> json.writeNumber(value));
    }

    @Override
    public void string(final String value) {
        write(json -> json.writeString(value));
    }

    @Override
    public void bytes(final byte[] value) {
        write(json -> json.writeString(Base64.getEncoder().encodeToString(value)));
    }

    @Override
    public void startList() {
        write(JsonGenerator::writeStartArray);
    }

    @Override
    public void endList() {
        write(JsonGenerator::writeEndArray);
    }

    @Override
    public void startMap() {
        write(JsonGenerator::writeStartObject);
    }

    @Override
    public void key(final String key) {
        write(json -> json.writeFieldName(key));
    }

    @Override
    public void endMap() {
        write(JsonGenerator::writeEndObject);
    }

    private void write(final Part part) {
        try {
            part.writeTo(generator);
        } catch (final IOException e) {
            throw new UncheckedIOException("JSON cannot be written", e);
        }
    }

    /** One part of a value. */
    private interface Part {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
