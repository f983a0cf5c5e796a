package io.hotspan.terminal;

import java.util.regex.Pattern;

/** Writes text so that a POSIX shell, into which a command is pasted, takes it as one word. */
public final class ShellText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}@%+=:,./_-]+");

    private ShellText() {}

    /** The text as it is where that is one word, else in quotes. */
    public static String of(final Object text) {
        final String word = text.toString();
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
