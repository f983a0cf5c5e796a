package io.hotspan.value;

/**
 * Writes texts: Latin-1 ones as one byte a character, others as UTF-8 with U+FFFD for an unpaired
 * surrogate. What does not fit is cut, between characters, and says so at its end.
 */
final class TextWriter {
    private static final char REPLACEMENT = '\uFFFD';

    private final ScratchBuffer out;

    TextWriter(final ScratchBuffer out) {
        this.out = out;
    }

    void write(final String text) {
        if (isLatin1(text)) {
            if (text.length() > out.room() && text.length() > ValueDescriptor.MAX_SHORT_TEXT) {
                cut(text, out.room());
            } else {
                putLatin1(text);
            }
        } else {
            final long utf8Bytes = utf8Length(text);
            if (utf8Bytes > out.room()) {
                cut(text, charsWithin(text, out.room()));
            } else {
                putUtf8(text, (int) utf8Bytes);
            }
        }
    }

    /**
     * Whether all characters are below 256. Written without a way out of the loop: on a string that
     * is stored as Latin-1 the compiler then sees that nothing is left to compute, and drops it.
     */
    static boolean isLatin1(final String text) {
        int highBits = 0;
        for (int i = 0, n = text.length(); i < n; i++) {
            highBits |= text.charAt(i) >>> Byte.SIZE;
        }
        return highBits == 0;
    }

    private void putLatin1(final String text) {
        if (text.length() <= ValueDescriptor.MAX_SHORT_TEXT) {
            out.putShortText(text);
        } else {
            out.putLongText(ValueDescriptor.LATIN1, text);
        }
    }

    private void cut(final String text, final int keptChars) {
        out.cutCount++;
        final String kept =
                text.substring(0, keptChars).concat(Marks.charactersKept(keptChars, text.length()));
        if (isLatin1(kept)) {
            putLatin1(kept);
        } else {
            putUtf8(kept, (int) utf8Length(kept));
        }
    }

    private static long utf8Length(final String text) {
        long bytes = 0;
        for (int i = 0, chars = text.length(); i < chars; i++) {
            final int more = utf8Bytes(text, i);
            bytes += more;
            i += more == 4 ? 1 : 0;
        }
        return bytes;
    }

    /** Most characters that take no more than so many bytes of UTF-8, no pair split. */
    private static int charsWithin(final String text, final int maxBytes) {
        int bytes = 0;
        int i = 0;
        while (i < text.length()) {
            final int more = utf8Bytes(text, i);
            bytes += more;
            if (bytes > maxBytes) {
                break;
            }
            i += more == 4 ? 2 : 1;
        }
        return i;
    }

    /** Bytes of the character here; 4 for both halves of a pair. */
    private static int utf8Bytes(final String text, final int index) {
        final char c = text.charAt(index);
        if (c < 0x80) {
            return 1;
        } else if (c < 0x800) {
            return 2;
        }
        return isPair(text, index) ? 4 : 3;
    }

    private void putUtf8(final String text, final int utf8Bytes) {
        out.putSizedTag(ValueDescriptor.UTF8, utf8Bytes);
        final byte[] bytes = out.bytes;
        final int chars = text.length();
        int index = out.length;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[index++] = (byte) c;
            } else if (c < 0x800) {
                bytes[index++] = (byte) (0xC0 | c >> 6);
                bytes[index++] = (byte) (0x80 | c & 0x3F);
            } else if (isPair(text, i)) {
                final int codePoint = Character.toCodePoint(c, text.charAt(++i));
                bytes[index++] = (byte) (0xF0 | codePoint >> 18);
                bytes[index++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
                bytes[index++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
                bytes[index++] = (byte) (0x80 | codePoint & 0x3F);
            } else {
                c = Character.isSurrogate(c) ? REPLACEMENT : c;
                bytes[index++] = (byte) (0xE0 | c >> 12);
                bytes[index++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[index++] = (byte) (0x80 | c & 0x3F);
            }
        }
        out.length = index;
    }

    private static boolean isPair(final String text, final int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }
}
