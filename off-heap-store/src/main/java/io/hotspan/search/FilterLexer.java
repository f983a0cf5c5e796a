package io.hotspan.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into its pieces. */
final class FilterLexer {
    private static final String WORD_SIGNS = "_-/:@$";

    private final String filter;
    private final List<Token> tokens = new ArrayList<>();
    private int index;

    private FilterLexer(final String filter) {
        this.filter = filter;
    }

    /** The pieces, and the end behind them. */
    static List<Token> tokens(final String filter) {
        final FilterLexer lexer = new FilterLexer(filter);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (index < filter.length()) {
            final char c = filter.charAt(index);
            if (Character.isWhitespace(c)) {
                index++;
            } else if (c == '\'' || c == '"') {
                quoted(Token.Kind.TEXT, c);
            } else if (c == '`') {
                quoted(Token.Kind.QUOTED_NAME, c);
            } else if (isDigit(index) || isSignedNumber(c)) {
                number();
            } else if (isWordPart(c)) {
                word();
            } else {
                sign();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", index));
    }

    private void quoted(final Token.Kind kind, final char quote) {
        final int start = index;
        final StringBuilder text = new StringBuilder();
        for (index++; index < filter.length(); index++) {
            final char c = filter.charAt(index);
            if (c != quote) {
                text.append(c);
            } else if (index + 1 < filter.length() && filter.charAt(index + 1) == quote) {
                text.append(c);
                index++;
            } else {
                index++;
                tokens.add(new Token(kind, text.toString(), start));
                return;
            }
        }
        throw new FilterSyntaxException(
                filter, start, "the " + quote + " that begins here has no end", null);
    }

    private boolean isSignedNumber(final char c) {
        return (c == '-' || c == '+') && isDigit(index + 1) && !afterName();
    }

    /** A dot before digits belongs to a key, as in {@code tag.2024}. */
    private boolean afterName() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSign(".");
    }

    private void number() {
        final int start = index++;
        if (afterName()) {
            while (index < filter.length() && isWordPart(filter.charAt(index))) {
                index++;
            }
            add(Token.Kind.WORD, start);
            return;
        }
        while (index < filter.length() && isNumberPart(filter.charAt(index))) {
            index++;
        }
        if (index < filter.length() && isWordPart(filter.charAt(index))) {
            throw new FilterSyntaxException(
                    filter, start, "a number ends in a letter; text stands in quotes", null);
        }
        add(Token.Kind.NUMBER, start);
    }

    private boolean isNumberPart(final char c) {
        final char before = Character.toLowerCase(filter.charAt(index - 1));
        return c >= '0' && c <= '9'
                || c == '.'
                || c == 'e'
                || c == 'E'
                || (c == '-' || c == '+') && before == 'e';
    }

    private boolean isDigit(final int at) {
        return at < filter.length() && filter.charAt(at) >= '0' && filter.charAt(at) <= '9';
    }

    private static boolean isWordPart(final char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || WORD_SIGNS.indexOf(c) >= 0;
    }

    private void word() {
        final int start = index;
        while (index < filter.length() && isWordPart(filter.charAt(index))) {
            index++;
        }
        add(Token.Kind.WORD, start);
    }

    private void sign() {
        final int start = index++;
        final char c = filter.charAt(start);
        final boolean equals = index < filter.length() && filter.charAt(index) == '=';
        if ((c == '!' || c == '<' || c == '>') && equals) {
            index++;
        } else if ("=<>(),.".indexOf(c) < 0) {
            throw new FilterSyntaxException(
                    filter,
                    start,
                    "\"" + c + "\" has no meaning here; text stands in quotes",
                    null);
        }
        add(Token.Kind.SIGN, start);
    }

    private void add(final Token.Kind kind, final int start) {
        tokens.add(new Token(kind, filter.substring(start, index), start));
    }
}
