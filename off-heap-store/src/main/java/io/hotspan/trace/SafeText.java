package io.hotspan.trace;

/**
 * Makes recorded text harmless for a terminal and for layout: no control characters, no new lines.
 */
public final class SafeText {
    private SafeText() {}

    /** The text with characters that a terminal may obey written as escapes. */
    public static String of(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                return escape(text, i);
            }
        }
        return text;
    }

    /** No more than {@code maxLength} code points of the text. */
    static String shorten(final String text, final int maxLength, final String ellipsis) {
        if (text.length() <= maxLength || text.codePointCount(0, text.length()) <= maxLength) {
            return text;
        }
        final int kept = Math.max(0, maxLength - ellipsis.length());
        return text.substring(0, text.offsetByCodePoints(0, kept)) + ellipsis;
    }

    private static boolean isUnsafe(final char c) {
        return Character.isISOControl(c)
                || c >= '\u202a' && c <= '\u202e' // overrides of the writing direction
                || c >= '\u2066' && c <= '\u2069'
                || c == '\u2028'
                || c == '\u2029';
    }

    private static String escape(final String text, final int from) {
        final StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (!isUnsafe(c)) {
                escaped.append(c);
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (c == '\t') {
                escaped.append("\\t");
            } else {
                escaped.append(String.format("\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }
}
