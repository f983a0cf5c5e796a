package io.hotspan.value;

/**
 * Limits of what one value may cost. They are far above what programs record on purpose; they are
 * there against values that are hostile or broken. What a limit cuts is marked in the value by a
 * text such as {@code <cut: nested deeper than 500>}, and counted by {@link
 * ValueEncoder#lastCutCount()}.
 */
public final class ValueLimits {
    /**
     * Most bytes of one encoded value. Anything whose texts, numbers and tags take up to 64.5 MiB
     * is whole; the rest is room for the marks and ends of what had to be cut.
     */
    public static final int MAX_VALUE_BYTES = 65 << 20;

    /** Most containers, objects and wrappers inside one another. */
    public static final int MAX_DEPTH = 500;

    /**
     * Most beans (objects read by their accessors) inside one another; records, maps and lists
     * between them do not count. Accessors may lead anywhere, data does not.
     */
    public static final int MAX_BEAN_DEPTH = 16;

    /**
     * Most elements of an iterable that does not tell its size, or has more than it told. A
     * collection that tells a larger size is read up to that size.
     */
    public static final int MAX_UNSIZED_ELEMENTS = 1_000_000;

    /**
     * Most characters of a number that is neither a long nor a double. A longer one becomes a text:
     * JSON readers refuse it as a number.
     */
    public static final int MAX_NUMBER_CHARS = 1_000;

    /** Most bits of a number that is written digit by digit, which takes quadratic time. */
    public static final int MAX_NUMBER_BITS = 1 << 17;

    /** Most characters of a class name inside a mark. */
    public static final int MAX_NAME_CHARS = 200;

    /**
     * Most encodings that may run inside one another, on one thread and encoder: a {@code toString}
     * or an accessor that itself records values.
     */
    public static final int MAX_NESTED_ENCODINGS = 4;

    /** Bytes of scratch memory that an encoder keeps from one value to the next. */
    public static final int RETAINED_BYTES = 256 << 10;

    /**
     * From here on nothing more is begun. Leaves each open level 1 KiB for its mark and its end.
     */
    static final int CONTENT_BYTES = MAX_VALUE_BYTES - (1 << 19);

    private ValueLimits() {}
}
