package io.hotspan.search;

import io.hotspan.search.Token.Kind;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads a filter from left to right: {@code field operator value (AND field operator value)*}. It
 * is stricter than MLflow where that is surely a mistake: a missing AND, or a comparison that can
 * never hold.
 */
final class FilterParser {
    private final String filter;
    private final TokenReader tokens;
    private final List<Predicate<Trace>> onTrace = new ArrayList<>();
    private final List<Predicate<SpanData>> onSpan = new ArrayList<>();

    FilterParser(final String filter) {
        this.filter = filter;
        this.tokens = new TokenReader(filter);
    }

    TraceFilter parse() {
        condition();
        while (tokens.takeWord("AND")) {
            condition();
        }
        final Token rest = tokens.peek();
        if (rest.kind() != Kind.END) {
            throw tokens.unexpected(
                    rest, rest.isWord("OR") ? "AND or the end (there is no OR)" : "AND or the end");
        }
        return new TraceFilter(filter, onTrace, onSpan);
    }

    private void condition() {
        final FilterField field = new FieldParser(tokens).parse();
        final Predicate<Object> comparison = new ComparisonParser(tokens, field).parse();
        if (field.ofSpan() == null) {
            onTrace.add(trace -> comparison.test(field.ofTrace().apply(trace)));
        } else {
            onSpan.add(span -> comparison.test(field.ofSpan().apply(span)));
        }
    }
}
