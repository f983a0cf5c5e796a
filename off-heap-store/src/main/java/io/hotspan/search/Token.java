package io.hotspan.search;

import java.util.Locale;

/**
 * A piece of a filter.
 *
 * @param kind what it is
 * @param text the piece, without its quotes
 * @param index where it begins
 */
record Token(Kind kind, String text, int index) {
    /** Kinds of pieces. */
    enum Kind {
        /** A word: part of a field's name, or a word of the language. */
        WORD,
        /** A name in backticks. */
        QUOTED_NAME,
        /** Text in single or double quotes. */
        TEXT,
        /** A number. */
        NUMBER,
        /** One of {@code = != < > <= >= ( ) , .}. */
        SIGN,
        /** After the last piece. */
        END
    }

    boolean isWord(final String word) {
        return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(word);
    }

    boolean isSign(final String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** How an error message calls it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the filter";
            case TEXT -> "the text '" + text + "'";
            case NUMBER -> "the number " + text;
            default -> "\"" + text + "\"";
        };
    }
}
