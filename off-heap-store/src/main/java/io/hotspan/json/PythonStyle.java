package io.hotspan.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Writer;

/** Jackson set up to write and read JSON as Python's {@code json} module does. */
final class PythonStyle implements PrettyPrinter {
    private static final PythonStyle STYLE = new PythonStyle();

    /*
     * Strings are not limited: one is never longer than the text that holds it, which is in memory
     * already. Keys of hostile input are neither interned nor kept.
     */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Json.MAX_READ_DEPTH)
                                    .maxNumberLength(Json.MAX_NUMBER_LENGTH)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .build())
                    .streamWriteConstraints(
                            StreamWriteConstraints.builder()
                                    .maxNestingDepth(Integer.MAX_VALUE)
                                    .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .build();

    private PythonStyle() {}

    static JsonGenerator generator(final Writer writer) {
        try {
            return FACTORY.createGenerator(writer)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                    .setPrettyPrinter(STYLE);
        } catch (final IOException e) {
            throw new IllegalStateException("making a generator does no input or output", e);
        }
    }

    static JsonParser parser(final String text) throws IOException {
        return FACTORY.createParser(text);
    }

    @Override
    public void writeObjectFieldValueSeparator(final JsonGenerator generator) throws IOException {
        generator.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(final JsonGenerator generator) throws IOException {
        generator.writeRaw(", ");
    }

    @Override
    public void writeArrayValueSeparator(final JsonGenerator generator) throws IOException {
        generator.writeRaw(", ");
    }

    @Override
    public void writeRootValueSeparator(final JsonGenerator generator) throws IOException {
        generator.writeRaw('\n');
    }

    @Override
    public void writeStartObject(final JsonGenerator generator) throws IOException {
        generator.writeRaw('{');
    }

    @Override
    public void beforeObjectEntries(final JsonGenerator generator) {}

    @Override
    public void writeEndObject(final JsonGenerator generator, final int entryCount)
            throws IOException {
        generator.writeRaw('}');
    }

    @Override
    public void writeStartArray(final JsonGenerator generator) throws IOException {
        generator.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(final JsonGenerator generator) {}

    @Override
    public void writeEndArray(final JsonGenerator generator, final int valueCount)
            throws IOException {
        generator.writeRaw(']');
    }
}
