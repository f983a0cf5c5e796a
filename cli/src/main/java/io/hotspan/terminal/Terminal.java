package io.hotspan.terminal;

import java.util.Locale;
import java.util.Map;

/**
 * What standard output can show.
 *
 * @param isInteractive whether it is a terminal, rather than a pipe or a file
 * @param isColoured whether ANSI colours may be used
 * @param isAscii whether characters beyond ASCII should be avoided where there is a choice
 * @param width columns of a line, at least {@link #MIN_WIDTH}
 */
public record Terminal(boolean isInteractive, boolean isColoured, boolean isAscii, int width) {
    /** The narrowest terminal that is laid out for; in a narrower one, lines wrap. */
    public static final int MIN_WIDTH = 40;

    /** Columns where {@code COLUMNS} does not tell. */
    public static final int DEFAULT_WIDTH = 100;

    /**
     * System property by which the launcher says that standard output is a terminal. The JVM cannot
     * tell: {@code System.console()} also wants standard input to be one, and from JDK 22 on is not
     * null even where neither is.
     */
    public static final String PROPERTY = "hotspan.terminal";

    public Terminal {
        if (width < MIN_WIDTH) {
            throw new IllegalArgumentException(
                    "width too small: width=" + width + ", min=" + MIN_WIDTH);
        }
    }

    /**
     * Reads it from the environment: {@code NO_COLOR}, {@code TERM}, {@code COLUMNS}, and the
     * locale's variables.
     *
     * @param environment as {@link System#getenv()}
     * @param isInteractive the value of {@link #PROPERTY}
     */
    public static Terminal of(final Map<String, String> environment, final boolean isInteractive) {
        final boolean isColoured =
                isInteractive
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(isInteractive, isColoured, isAscii(environment), width(environment));
    }

    /** The text in a style, if colours may be used. */
    public String paint(final Style style, final String text) {
        return isColoured ? style.on() + text + Style.OFF : text;
    }

    /** What stands where text was cut off. */
    public String ellipsis() {
        return isAscii ? "..." : "…";
    }

    /** Where no locale is set, as in most containers, the terminal still understands UTF-8. */
    private static boolean isAscii(final Map<String, String> environment) {
        for (final String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            final String locale = environment.getOrDefault(variable, "").toUpperCase(Locale.ROOT);
            if (!locale.isEmpty()) {
                return !locale.contains("UTF-8") && !locale.contains("UTF8");
            }
        }
        return false;
    }

    private static int width(final Map<String, String> environment) {
        final String columns = environment.getOrDefault("COLUMNS", "");
        if (!columns.matches("[0-9]{1,5}") || Integer.parseInt(columns) == 0) {
            return DEFAULT_WIDTH;
        }
        return Math.max(MIN_WIDTH, Integer.parseInt(columns));
    }
}
