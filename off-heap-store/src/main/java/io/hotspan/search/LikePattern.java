package io.hotspan.search;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL's LIKE: {@code %} stands for any text, {@code _} for any one character, and the whole text
 * must match. There is no escape.
 *
 * <p>The parts between the {@code %} are found from left to right, each at its first place, and
 * never looked for again: where a part stands as early as it can, the rest has most room. So the
 * time grows with the text's length times that of the longest part at worst, and in practice with
 * the text's length, whatever the pattern.
 */
final class LikePattern {
    private static final int ANY = -1;

    private final List<int[]> parts = new ArrayList<>(); // code points, ANY for "_"
    private final boolean ignoreCase;

    LikePattern(final String pattern, final boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        for (final String part : pattern.split("%", -1)) {
            parts.add(part.codePoints().map(c -> c == '_' ? ANY : folded(c)).toArray());
        }
    }

    boolean matches(final String text) {
        final int[] chars = text.codePoints().map(this::folded).toArray();
        final int[] first = parts.get(0);
        if (parts.size() == 1) {
            return chars.length == first.length && isAt(chars, 0, first);
        }
        final int[] last = parts.get(parts.size() - 1);
        final int end = chars.length - last.length; // where the last part must begin
        if (end < first.length || !isAt(chars, 0, first) || !isAt(chars, end, last)) {
            return false;
        }
        int from = first.length;
        for (int i = 1; i < parts.size() - 1; i++) {
            final int[] part = parts.get(i);
            while (from + part.length <= end && !isAt(chars, from, part)) {
                from++;
            }
            from += part.length;
            if (from > end) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAt(final int[] chars, final int from, final int[] part) {
        for (int i = 0; i < part.length; i++) {
            if (part[i] != ANY && part[i] != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    private int folded(final int codePoint) {
        return ignoreCase ? Character.toLowerCase(Character.toUpperCase(codePoint)) : codePoint;
    }
}
