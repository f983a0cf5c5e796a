package io.hotspan.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Values to JSON text and back.
 *
 * <p>Written: null, {@code Boolean}, whole numbers ({@code Long}, {@code Integer}, {@code Short},
 * {@code Byte}, {@code BigInteger}), {@code Double}, {@code Float} and {@code BigDecimal}, {@code
 * CharSequence}, {@code Character}, {@code byte[]} (as Base64 text), {@code Iterable}, and {@code
 * Map} (keys by {@code String.valueOf}). A number that is not finite becomes the string {@code
 * "NaN"}, {@code "Infinity"} or {@code "-Infinity"}, so that the text is JSON for every reader. The
 * text looks as Python's {@code json.dumps(value, ensure_ascii=False)} writes it: {@code ", "} and
 * {@code ": "} between the parts, non-ASCII text as it is, floating-point numbers as Python's
 * {@code repr} has them.
 *
 * <p>Read: null, {@code Boolean}, {@code Long} ({@code BigInteger} where it does not fit), {@code
 * Double} ({@code BigDecimal} where it is too large), {@code String}, unmodifiable {@code List} and
 * {@code Map}; of a repeated key the last value counts.
 *
 * <p>All methods are safe for use by many threads, and neither nesting nor size can overflow the
 * stack.
 */
public final class Json {
    /** The deepest nesting of lists and objects that is read. */
    public static final int MAX_READ_DEPTH = 2_000;

    /** The most digits of a number that are read: longer ones cost quadratic time. */
    public static final int MAX_NUMBER_LENGTH = 1_000;

    private Json() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException if the value, or a part of it, is of no kind listed above
     */
    public static String write(final Object value) {
        final StringWriter text = new StringWriter();
        writeTo(text, value);
        return text.toString();
    }

    /**
     * Writes a value, but holds no more than the first {@code maxChars + 1} characters of its text:
     * a result longer than {@code maxChars} says that there was more.
     *
     * @throws IllegalArgumentException as {@link #write}
     */
    public static String writePrefix(final Object value, final int maxChars) {
        final BoundedWriter text = new BoundedWriter(maxChars + 1);
        try {
            writeTo(text, value);
        } catch (final BoundedWriter.Full e) {
            // as asked: the rest is not wanted
        }
        return text.toString();
    }

    /**
     * Writes a value to a generator made by {@link #generator}, as the next value in its text.
     *
     * @throws IllegalArgumentException as {@link #write}
     */
    public static void write(final JsonGenerator generator, final Object value) throws IOException {
        ValueWriter.write(generator, value);
    }

    /**
     * A generator of JSON in this style. Its {@code flush} and {@code close} do not reach the
     * writer.
     */
    public static JsonGenerator generator(final Writer writer) {
        return PythonStyle.generator(writer);
    }

    /**
     * Reads the one value that a text holds. {@code NaN}, {@code Infinity} and {@code -Infinity},
     * which Python writes, are read as strings of the same name.
     *
     * @throws IllegalArgumentException if the text is not JSON, has something after its value,
     *     nests deeper than {@link #MAX_READ_DEPTH}, or has a number longer than {@link
     *     #MAX_NUMBER_LENGTH}; the message says where
     */
    public static Object read(final String text) {
        try (JsonParser parser = PythonStyle.parser(text)) {
            return ValueReader.readOnly(parser);
        } catch (final IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /** Whether two values have the same JSON, but for the order of keys. */
    public static boolean equal(final Object left, final Object right) {
        return ValueEquality.equal(left, right);
    }

    /**
     * Text with U+FFFD in place of each surrogate that lacks its other half: no encoding such as
     * UTF-8 can hold one.
     */
    public static String replaceLoneSurrogates(final String text) {
        return LoneSurrogates.replace(text);
    }

    private static void writeTo(final Writer writer, final Object value) {
        try (JsonGenerator generator = PythonStyle.generator(writer)) {
            ValueWriter.write(generator, value);
        } catch (final IOException e) {
            throw new UncheckedIOException("the writer is in memory", e);
        }
    }
}
