package io.hotspan.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hotspan.value.ValueDecoder;
import io.hotspan.value.ValueEncoder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonValueVisitorTest {
    @Property
    void aRecordedValueIsWrittenAsItsObjectsAre(@ForAll("values") final Object value)
            throws IOException {
        final ValueEncoder encoder = new ValueEncoder();
        final int length = encoder.encode(value);
        final StringWriter text = new StringWriter();

        try (JsonGenerator generator = Json.generator(text)) {
            ValueDecoder.accept(encoder.buffer(), 0, length, new JsonValueVisitor(generator));
        }

        final Object decoded = ValueDecoder.decode(encoder.buffer(), 0, length);
        assertThat(text).hasToString(Json.write(decoded));
        assertThat(Json.equal(Json.read(text.toString()), value)).isTrue();
    }

    @Test
    void aWriterThatFailsIsReported() {
        final Writer broken =
                new Writer() {
                    @Override
                    public void write(final char[] chars, final int offset, final int length)
                            throws IOException {
                        throw new IOException("disk full");
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        final JsonValueVisitor visitor = new JsonValueVisitor(Json.generator(broken));

        assertThatThrownBy(() -> visitor.string("x".repeat(100_000)))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk full");
    }

    @Provide
    Arbitrary<Object> values() {
        return JsonValues.values();
    }
}
