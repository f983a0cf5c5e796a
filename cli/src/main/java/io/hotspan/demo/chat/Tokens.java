package io.hotspan.demo.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words and signs, which stand for a model's tokens. */
final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:[\\p{L}\\p{N}_]+|[^\\s\\p{L}\\p{N}_])");

    private Tokens() {}

    /** The text in tokens, each with the space before it. */
    static List<String> of(final String text) {
        final List<String> tokens = new ArrayList<>();
        final Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }

    static long count(final String text) {
        return of(text).size();
    }
}
