package io.hotspan.terminal;

import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a text takes, near enough to align by. */
final class TextWidth {
    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF60;
    private static final int FIRST_PICTOGRAPH = 0x1F300;
    private static final int LAST_PICTOGRAPH = 0x1FAFF;

    private TextWidth() {}

    /** Columns of a text without control characters. */
    static int of(final String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** As much of the text as fits, with the ellipsis behind it where that is not all. */
    static String shorten(final String text, final int maxWidth, final String ellipsis) {
        if (of(text) <= maxWidth) {
            return text;
        }
        int room = maxWidth - of(ellipsis);
        int end = 0;
        while (end < text.length()) {
            final int codePoint = text.codePointAt(end);
            room -= of(codePoint);
            if (room < 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + ellipsis;
    }

    private static int of(final int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        final int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(final int codePoint) {
        return codePoint >= FIRST_FULL_WIDTH && codePoint <= LAST_FULL_WIDTH
                || codePoint >= FIRST_PICTOGRAPH && codePoint <= LAST_PICTOGRAPH
                || switch (UnicodeScript.of(codePoint)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> false;
                };
    }
}
