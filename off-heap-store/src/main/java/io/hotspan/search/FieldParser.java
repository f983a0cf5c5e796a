package io.hotspan.search;

import io.hotspan.search.Token.Kind;

/**
 * Reads what stands left of an operator: {@code trace.status}, {@code tag.`a b`}, {@code status}.
 */
final class FieldParser {
    private static final String FIELDS = "a field: trace.…, span.…, tag.<key> or metadata.<key>";
    private static final String TRACE_FIELDS =
            "one of trace.status, trace.name, trace.timestamp_ms, trace.execution_time_ms,"
                    + " trace.end_time_ms, trace.request_id, trace.client_request_id,"
                    + " trace.run_id, trace.text";
    private static final String SPAN_FIELDS =
            "one of span.name, span.type, span.status, span.attributes.<key>";
    private static final String ATTRIBUTES = "attributes.";

    private final TokenReader tokens;

    FieldParser(final TokenReader tokens) {
        this.tokens = tokens;
    }

    FilterField parse() {
        final Token first = tokens.take();
        if (first.kind() != Kind.WORD && first.kind() != Kind.QUOTED_NAME) {
            throw tokens.unexpected(first, FIELDS);
        }
        if (!tokens.peek().isSign(".")) {
            return known(FilterFields.ofTrace(first.text()), first, FIELDS);
        }
        final Token keyToken = afterDot();
        final String key = key();
        return switch (first.text()) {
            case "trace", "attribute", "attributes" ->
                    known(FilterFields.ofTrace(key), keyToken, TRACE_FIELDS);
            case "span" -> spanField(key, keyToken);
            case "tag", "tags" -> FilterFields.tag(key);
            case "metadata", "request_metadata" -> FilterFields.metadata(key);
            default -> throw tokens.unexpected(first, FIELDS);
        };
    }

    private FilterField spanField(final String key, final Token keyToken) {
        return key.startsWith(ATTRIBUTES)
                ? FilterFields.spanAttribute(key.substring(ATTRIBUTES.length()))
                : known(FilterFields.ofSpan(key), keyToken, SPAN_FIELDS);
    }

    private FilterField known(final FilterField field, final Token token, final String expected) {
        if (field == null) {
            throw tokens.unexpected(token, expected);
        }
        return field;
    }

    private Token afterDot() {
        tokens.take();
        return tokens.peek();
    }

    /** Words and quoted names, with dots between them. */
    private String key() {
        final StringBuilder key = new StringBuilder();
        do {
            final Token part = tokens.take();
            if (part.kind() != Kind.WORD
                    && part.kind() != Kind.QUOTED_NAME
                    && part.kind() != Kind.TEXT) {
                throw tokens.unexpected(part, "a key; one with other signs stands in backticks");
            }
            key.append(key.length() == 0 ? "" : ".").append(part.text());
        } while (tokens.takeSign("."));
        return key.toString();
    }
}
