package io.hotspan.tracing;

/**
 * Reads a header from a carrier. Source: OpenTelemetry's {@code TextMapGetter}.
 *
 * @param <C> the carrier: a request, a map of headers
 */
@FunctionalInterface
public interface TextMapGetter<C> {
    /** The header's value; null if there is none. */
    String get(C carrier, String key);
}
