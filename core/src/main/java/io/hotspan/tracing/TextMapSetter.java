package io.hotspan.tracing;

/**
 * Writes a header into a carrier. Source: OpenTelemetry's {@code TextMapSetter}.
 *
 * @param <C> the carrier: a request, a map of headers
 */
@FunctionalInterface
public interface TextMapSetter<C> {
    /** Sets the header, in place of one of the same name; nothing is null. */
    void set(C carrier, String key, String value);
}
