package io.hotspan.value;

/**
 * Bytes that are not an encoded value, or not a whole one: damaged, cut short, or of another
 * version. Thrown by {@link ValueDecoder}, and the only exception it makes.
 */
public final class MalformedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String value;
    private final int offset;

    MalformedValueException(final String rule, final String value, final int offset) {
        super(
                rule
                        + ": "
                        + value
                        + ", offset="
                        + offset
                        + "; the record that holds it is damaged or newer than this reader, and can"
                        + " only be skipped");
        this.rule = rule;
        this.value = value;
        this.offset = offset;
    }

    /** The broken rule, such as {@code "text longer than its value"}; not null. */
    public String rule() {
        return rule;
    }

    /** What was found, such as {@code "lengthBytes=700, max=12"}; not null. */
    public String value() {
        return value;
    }

    /** Bytes between the first byte of the value and the place where the rule is broken. */
    public int offset() {
        return offset;
    }
}
