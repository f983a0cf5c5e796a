package io.hotspan.json;

/** Finds halves of surrogate pairs that stand alone, and writes them as JSON escapes. */
final class LoneSurrogates {
    private LoneSurrogates() {}

    static String escape(final String text) {
        int index = next(text, 0);
        if (index < 0) {
            return text;
        }
        final StringBuilder escaped = new StringBuilder(text.length() + 16);
        int copied = 0;
        while (index >= 0) {
            escaped.append(text, copied, index)
                    .append("\\u")
                    .append(Integer.toHexString(text.charAt(index)));
            copied = index + 1;
            index = next(text, copied);
        }
        return escaped.append(text, copied, text.length()).toString();
    }

    private static int next(final String text, final int from) {
        for (int i = from; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                return i;
            }
        }
        return -1;
    }
}
