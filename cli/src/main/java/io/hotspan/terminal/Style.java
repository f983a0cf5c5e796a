package io.hotspan.terminal;

/** A way to set text apart, as ANSI terminals know it. */
public enum Style {
    /** Headings. */
    BOLD(1),
    /** What matters less. */
    DIM(2),
    /** What went wrong. */
    RED(31),
    /** What went well. */
    GREEN(32),
    /** What is not over. */
    YELLOW(33);

    static final String OFF = "\u001b[0m";

    private final String on;

    Style(final int code) {
        on = "\u001b[" + code + "m";
    }

    String on() {
        return on;
    }
}
