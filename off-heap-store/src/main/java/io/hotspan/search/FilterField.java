package io.hotspan.search;

import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceInfo;
import java.util.function.Function;

/**
 * What stands left of a comparison.
 *
 * @param kind how it can be compared
 * @param ofTrace its value in a trace, null where it has none; null if it is a span's
 * @param ofSpan its value in a span, null where it has none; null if it is a trace's
 * @param name as it is written
 */
record FilterField(
        Kind kind, Function<Trace, ?> ofTrace, Function<SpanData, String> ofSpan, String name) {
    /** How a field can be compared. */
    enum Kind {
        TEXT,
        /** Text under a key, which may be missing. */
        KEYED_TEXT,
        /** Text to be searched, not to be equal to anything. */
        CONTENT,
        NUMBER
    }

    static FilterField text(final String name, final Function<TraceInfo, String> value) {
        return new FilterField(Kind.TEXT, trace -> value.apply(trace.info()), null, name);
    }

    static FilterField keyed(final String name, final Function<TraceInfo, String> value) {
        return new FilterField(Kind.KEYED_TEXT, trace -> value.apply(trace.info()), null, name);
    }

    static FilterField number(final String name, final Function<TraceInfo, Long> value) {
        return new FilterField(Kind.NUMBER, trace -> value.apply(trace.info()), null, name);
    }

    static FilterField ofSpan(
            final Kind kind, final String name, final Function<SpanData, String> value) {
        return new FilterField(kind, null, value, name);
    }
}
