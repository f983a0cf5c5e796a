package io.hotspan.recording;

import io.hotspan.memory.Memory;
import org.agrona.UnsafeApi;

/**
 * Copies short texts of Latin-1 characters, which most are, straight from where the JDK keeps them.
 * A text that it cannot copy so is no error: the general encoder takes it.
 *
 * <p>Source: JEP 254, Compact Strings: a {@code String} is an array of bytes and a coder, 0 for
 * Latin-1.
 */
/* The fields are looked for and tried out once; a JDK with other ones only makes texts dearer. The
 * public way, String.getBytes(int, int, byte[], int) behind a loop over the characters, costs six
 * times as much for 17 characters: see StringCopyBenchmark. */
final class Latin1 {
    static final int MAX_CHARS = 256;

    private static final byte LATIN1_CODER = 0;
    private static final long VALUE_OFFSET = offset("value", byte[].class);
    private static final long CODER_OFFSET = offset("coder", byte.class);
    private static final long UNKNOWN = -1;
    private static final boolean IS_KNOWN =
            VALUE_OFFSET != UNKNOWN && CODER_OFFSET != UNKNOWN && isAsExpected();

    private Latin1() {}

    /** Whether {@link #copy} can copy a text. */
    static boolean isShort(final String text) {
        return IS_KNOWN
                && UnsafeApi.getByte(text, CODER_OFFSET) == LATIN1_CODER
                && text.length() <= MAX_CHARS;
    }

    /** Copies a text that {@link #isShort}, one byte a character. */
    static void copy(final String text, final long toAddress) {
        final byte[] bytes = (byte[]) UnsafeApi.getReference(text, VALUE_OFFSET);
        Memory.copyShort(bytes, toAddress, bytes.length);
    }

    private static long offset(final String field, final Class<?> type) {
        try {
            return String.class.getDeclaredField(field).getType() == type
                    ? UnsafeApi.objectFieldOffset(String.class, field)
                    : UNKNOWN;
        } catch (final ReflectiveOperationException | RuntimeException | InternalError e) {
            return UNKNOWN;
        }
    }

    private static boolean isAsExpected() {
        final String sample = "caf\u00e9";
        return UnsafeApi.getByte("\u0100", CODER_OFFSET) != LATIN1_CODER
                && UnsafeApi.getByte(sample, CODER_OFFSET) == LATIN1_CODER
                && UnsafeApi.getReference(sample, VALUE_OFFSET) instanceof byte[] bytes
                && bytes.length == sample.length()
                && bytes[3] == (byte) sample.charAt(3);
    }
}
