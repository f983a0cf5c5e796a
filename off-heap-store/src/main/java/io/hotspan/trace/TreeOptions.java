package io.hotspan.trace;

/**
 * How a trace is drawn.
 *
 * @param width columns of a line, at least 40; values are shortened to it, unless {@code full}
 * @param full whether values and stack traces are shown whole
 * @param colour whether ANSI colours are used; nothing here looks at the terminal
 * @param ascii whether lines are drawn with ASCII alone
 * @param brief whether attributes and events are left out, but for exceptions
 */
public record TreeOptions(int width, boolean full, boolean colour, boolean ascii, boolean brief) {
    /** 120 columns, shortened, without colour. */
    public static final TreeOptions DEFAULT = new TreeOptions(120, false, false, false, false);

    private static final int MIN_WIDTH = 40;

    public TreeOptions {
        if (width < MIN_WIDTH) {
            throw new IllegalArgumentException(
                    "width too small: width=" + width + ", min=" + MIN_WIDTH);
        }
    }

    /** The same, with another width. */
    public TreeOptions withWidth(final int columns) {
        return new TreeOptions(columns, full, colour, ascii, brief);
    }

    /** The same, whole or shortened. */
    public TreeOptions withFull(final boolean whole) {
        return new TreeOptions(width, whole, colour, ascii, brief);
    }

    /** The same, with or without colour. */
    public TreeOptions withColour(final boolean coloured) {
        return new TreeOptions(width, full, coloured, ascii, brief);
    }

    /** The same, with or without box-drawing characters. */
    public TreeOptions withAscii(final boolean asciiOnly) {
        return new TreeOptions(width, full, colour, asciiOnly, brief);
    }

    /** The same, with or without attributes and events. */
    public TreeOptions withBrief(final boolean isBrief) {
        return new TreeOptions(width, full, colour, ascii, isBrief);
    }
}
