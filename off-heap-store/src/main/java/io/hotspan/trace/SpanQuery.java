package io.hotspan.trace;

import io.hotspan.model.SpanId;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What to look for in a trace; everything given must hold, and a query of nothing finds every span.
 * Immutable.
 *
 * {@snippet class=io.hotspan.docs.GuideReadingTest region=search-spans}
 *
 * <p>Source: {@code Trace.search_spans}.
 */
public final class SpanQuery {
    /** Matches every span. */
    public static final SpanQuery ALL = builder().build();

    private final String type;
    private final String name;
    private final Pattern namePattern;
    private final long spanId;

    private SpanQuery(final Builder builder) {
        type = builder.type;
        name = builder.name;
        namePattern = builder.namePattern;
        spanId = builder.spanId;
    }

    /** A builder; for one thread. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether everything that was given holds for a span. */
    public boolean matches(final SpanData span) {
        return (spanId == 0 || spanId == span.spanIdLong())
                && (type == null || type.equals(span.type()))
                && (name == null || name.equals(span.name()))
                && (namePattern == null || namePattern.matcher(span.name()).find());
    }

    /** Collects conditions. */
    public static final class Builder {
        private String type;
        private String name;
        private Pattern namePattern;
        private long spanId;

        private Builder() {}

        /** Spans of exactly this type; not null. */
        public Builder type(final String spanType) {
            type = Objects.requireNonNull(spanType, "type");
            return this;
        }

        /** Spans of exactly this name; not null. */
        public Builder name(final String exactName) {
            name = Objects.requireNonNull(exactName, "name");
            return this;
        }

        /** Spans in whose name the pattern is found, anywhere; not null. */
        public Builder name(final Pattern pattern) {
            namePattern = Objects.requireNonNull(pattern, "pattern");
            return this;
        }

        /**
         * The span of this id.
         *
         * @throws IllegalArgumentException if it is not 16 hex digits, or zero
         */
        public Builder spanId(final String id) {
            spanId = SpanId.parse(id);
            return this;
        }

        /** The query. */
        public SpanQuery build() {
            return new SpanQuery(this);
        }
    }
}
