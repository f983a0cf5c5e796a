package io.hotspan.model;

import java.util.Objects;

/**
 * The 128-bit id of a trace, shown as {@code tr-} and 32 lower-case hex digits. Never zero.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record TraceId(long high, long low) {
    private static final String PREFIX = "tr-";
    private static final int HEX_LENGTH = 32;

    /** The 32 lower-case hex digits, without the prefix, as W3C {@code traceparent} has them. */
    public String hex() {
        return SpanId.hex(high) + SpanId.hex(low);
    }

    @Override
    public String toString() {
        return PREFIX + hex();
    }

    /** {@code tr-} and the hex digits of an id given as two longs. */
    public static String format(final long high, final long low) {
        return PREFIX + SpanId.hex(high) + SpanId.hex(low);
    }

    /**
     * Parses 32 hex digits, with or without the prefix {@code tr-}.
     *
     * @throws IllegalArgumentException if it is anything else, or zero
     */
    public static TraceId parse(final String text) {
        Objects.requireNonNull(text, "trace id");
        final String hex = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        if (hex.length() != HEX_LENGTH || !SpanId.isHex(hex)) {
            throw new IllegalArgumentException(
                    "not a trace id: \"" + text + "\"; expected tr- and 32 hex digits");
        }
        final TraceId id =
                new TraceId(
                        Long.parseUnsignedLong(hex, 0, HEX_LENGTH / 2, 16),
                        Long.parseUnsignedLong(hex, HEX_LENGTH / 2, HEX_LENGTH, 16));
        if (id.high == 0 && id.low == 0) {
            throw new IllegalArgumentException("not a trace id: all digits are zero");
        }
        return id;
    }
}
