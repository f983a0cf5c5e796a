package io.hotspan.trace;

import io.hotspan.json.Json;
import io.hotspan.model.SpanId;
import io.hotspan.model.TraceId;
import java.util.Map;
import java.util.Objects;

/**
 * Names a span, often of another trace, that a span has to do with. Source: {@code
 * mlflow.entities.Link}.
 *
 * @param traceId id of the linked span's trace; not null
 * @param spanId id of the linked span, as a number
 * @param attributes what the link means; not null, empty when there is nothing to say
 */
public record SpanLink(TraceId traceId, long spanId, Map<String, Object> attributes) {
    public SpanLink {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(attributes, "attributes");
    }

    /** The linked span's id as 16 hex digits. */
    public String spanIdHex() {
        return SpanId.hex(spanId);
    }

    /** Equal ids, and attributes with the same JSON. */
    @Override
    public boolean equals(final Object other) {
        return other instanceof SpanLink link
                && traceId.equals(link.traceId)
                && spanId == link.spanId
                && Json.equal(attributes, link.attributes);
    }

    @Override
    public int hashCode() {
        return traceId.hashCode() * 31 + Long.hashCode(spanId);
    }
}
