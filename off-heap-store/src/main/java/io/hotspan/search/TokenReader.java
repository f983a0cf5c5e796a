package io.hotspan.search;

import java.util.List;

/** Hands out the pieces of a filter one by one; the end is never passed. */
final class TokenReader {
    private final String filter;
    private final List<Token> tokens;
    private int next;

    TokenReader(final String filter) {
        this.filter = filter;
        this.tokens = FilterLexer.tokens(filter);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        final Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the next piece if it is this word of the language. */
    boolean takeWord(final String word) {
        final boolean found = peek().isWord(word);
        if (found) {
            take();
        }
        return found;
    }

    /** Takes the next piece if it is this sign. */
    boolean takeSign(final String sign) {
        final boolean found = peek().isSign(sign);
        if (found) {
            take();
        }
        return found;
    }

    FilterSyntaxException unexpected(final Token token, final String expected) {
        return error(token, "expected " + expected + ", but found " + token.shown(), null);
    }

    FilterSyntaxException error(final Token token, final String problem, final Exception cause) {
        return new FilterSyntaxException(filter, token.index(), problem, cause);
    }
}
