package io.hotspan.model;

import java.util.Objects;

/**
 * A status code with words about it. Source: {@code mlflow.entities.SpanStatus}.
 *
 * @param code not null
 * @param description not null; empty when there is nothing to say
 */
public record SpanStatus(StatusCode code, String description) {
    /** Nothing was said of it. */
    public static final SpanStatus UNSET = new SpanStatus(StatusCode.UNSET, "");

    /** It went well. */
    public static final SpanStatus OK = new SpanStatus(StatusCode.OK, "");

    public SpanStatus {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(description, "description");
    }

    /** An ERROR with a description; null counts as empty. */
    public static SpanStatus error(final String description) {
        return new SpanStatus(StatusCode.ERROR, description == null ? "" : description);
    }

    /** An ERROR described as {@code "SimpleType: message"}, as the block form sets it. */
    public static SpanStatus error(final Throwable throwable) {
        return error(SpanEvent.typeOf(throwable) + ": " + SpanEvent.messageOf(throwable));
    }

    /**
     * The status that a code's name stands for, with an empty description.
     *
     * @throws IllegalArgumentException as {@link StatusCode#parse}
     */
    public static SpanStatus parse(final String code) {
        return new SpanStatus(StatusCode.parse(code), "");
    }
}
