package io.hotspan.recording;

/**
 * Turns short texts of Latin-1 characters, which most are, into bytes without allocating. One
 * thread's own.
 */
final class Latin1 {
    /** The text is longer than {@link #MAX_CHARS}, or has other characters. */
    static final int NOT_SHORT = -1;

    static final int MAX_CHARS = 256;

    private final byte[] bytes = new byte[MAX_CHARS];

    /** Copies a text into {@link #bytes()}, and returns its length; or {@link #NOT_SHORT}. */
    @SuppressWarnings("deprecation") // the only copy that neither allocates nor decodes
    int copy(final String text) {
        final int length = text.length();
        if (length > MAX_CHARS) {
            return NOT_SHORT;
        }
        int bits = 0;
        for (int i = 0; i < length; i++) {
            bits |= text.charAt(i);
        }
        if (bits > 0xFF) {
            return NOT_SHORT;
        }
        text.getBytes(0, length, bytes, 0);
        return length;
    }

    byte[] bytes() {
        return bytes;
    }
}
