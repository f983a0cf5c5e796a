package io.hotspan.model;

import java.util.Locale;
import java.util.Objects;

/**
 * How a span went. Source: {@code mlflow.entities.SpanStatusCode}, OpenTelemetry's status codes.
 */
public enum StatusCode {
    UNSET,
    OK,
    ERROR;

    private static final String WIRE_PREFIX = "STATUS_CODE_";

    /** The code as trace JSON writes it: {@code STATUS_CODE_OK} and the like. */
    public String wireName() {
        return WIRE_PREFIX + name();
    }

    /**
     * Parses {@code "OK"}, {@code "ERROR"}, {@code "UNSET"}, or the same with the prefix {@code
     * STATUS_CODE_}.
     *
     * @param text not null
     * @throws IllegalArgumentException for any other text; the message lists what is allowed
     */
    public static StatusCode parse(final String text) {
        Objects.requireNonNull(text, "status code");
        final String name =
                text.startsWith(WIRE_PREFIX) ? text.substring(WIRE_PREFIX.length()) : text;
        for (final StatusCode code : values()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        throw new IllegalArgumentException(
                "unknown status code: \""
                        + text
                        + "\"; allowed are UNSET, OK, ERROR, and these with the prefix "
                        + WIRE_PREFIX
                        + (name.equals(name.toUpperCase(Locale.ROOT)) ? "" : " (upper case)"));
    }
}
