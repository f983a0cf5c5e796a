package io.hotspan.value;

/**
 * Receives a value part by part, in order. A whole value is one call, or a start, its parts, and
 * its end; inside a map each value follows its {@link #key}. What a method throws ends the reading.
 */
public interface ValueVisitor {
    /** The value null. */
    void nullValue();

    /** A truth value. */
    void booleanValue(boolean value);

    /** A whole number of 64 bits. */
    void longValue(long value);

    /** A finite number: NaN and the infinities come as texts. */
    void doubleValue(double value);

    /**
     * A number beyond long and double.
     *
     * @param value a number as JSON writes it, of at most {@link ValueLimits#MAX_NUMBER_CHARS}
     */
    void numberText(String value);

    /**
     * A text.
     *
     * @param value not null; unpaired surrogates were replaced by U+FFFD when it was captured
     */
    void string(String value);

    /**
     * Raw bytes.
     *
     * @param value not null; the visitor's to keep
     */
    void bytes(byte[] value);

    /** A list begins. */
    void startList();

    /** The innermost open list ends. */
    void endList();

    /** A map begins. */
    void startMap();

    /**
     * The key of the value that comes next.
     *
     * @param key not null; may be the same as an earlier one of this map: the last one counts
     */
    void key(String key);

    /** The innermost open map ends. */
    void endMap();
}
