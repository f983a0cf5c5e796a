package io.hotspan.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hotspan.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON objects as text of one line. */
final class JsonLine {
    private JsonLine() {}

    /** The text of an object with the fields that {@code fields} writes. */
    static String of(final Fields fields) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.generator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException("the writer is in memory", e);
        }
        return Json.replaceLoneSurrogates(text.toString());
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
