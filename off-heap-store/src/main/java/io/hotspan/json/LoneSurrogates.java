package io.hotspan.json;

/** Finds halves of surrogate pairs that stand alone, and replaces them. */
final class LoneSurrogates {
    private static final char REPLACEMENT = '\ufffd';

    private LoneSurrogates() {}

    static String replace(final String text) {
        int index = next(text, 0);
        if (index < 0) {
            return text;
        }
        final StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        while (index >= 0) {
            replaced.append(text, copied, index).append(REPLACEMENT);
            copied = index + 1;
            index = next(text, copied);
        }
        return replaced.append(text, copied, text.length()).toString();
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
