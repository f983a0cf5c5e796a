package io.hotspan.model;

import java.util.Objects;

/** Text forms of 64-bit span ids: 16 lower-case hex digits. Zero stands for "none". */
public final class SpanId {
    private static final int HEX_LENGTH = 16;
    private static final byte[] DIGITS = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private SpanId() {}

    /** The 16 lower-case hex digits of an id. */
    @SuppressWarnings(
            "deprecation") // the Latin-1 constructor: no decoding, ids are formatted in bulk
    public static String hex(final long id) {
        final byte[] text = new byte[HEX_LENGTH];
        for (int i = 0, shift = Long.SIZE - 4; i < HEX_LENGTH; i++, shift -= 4) {
            text[i] = DIGITS[(int) (id >>> shift) & 0xF];
        }
        return new String(text, 0);
    }

    /**
     * Parses 16 hex digits.
     *
     * @throws IllegalArgumentException if it is anything else, or zero
     */
    public static long parse(final String text) {
        Objects.requireNonNull(text, "span id");
        if (text.length() != HEX_LENGTH || !isHex(text)) {
            throw new IllegalArgumentException(
                    "not a span id: \"" + text + "\"; expected 16 hex digits");
        }
        final long id = Long.parseUnsignedLong(text, 16);
        if (id == 0) {
            throw new IllegalArgumentException("not a span id: all digits are zero");
        }
        return id;
    }

    static boolean isHex(final String text) {
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F')) {
                return false;
            }
        }
        return true;
    }
}
