package io.hotspan.replay;

import java.util.Arrays;

/**
 * The texts of a session's symbols by id. Every span that uses one shares the same {@code String}.
 */
final class SymbolTexts {
    /** Highest id that is believed, far above what a recorder gives out. */
    static final int MAX_ID = (1 << 20) - 1;

    private String[] texts = new String[64];

    /**
     * Keeps a text; a later one for the same id replaces it. Returns false if the id is impossible.
     */
    boolean define(final int id, final String text) {
        if (id < 1 || id > MAX_ID) {
            return false;
        }
        if (id >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(id + 1, 2 * texts.length));
        }
        texts[id] = text;
        return true;
    }

    /** Whether the id has a text. */
    boolean knows(final int id) {
        return id > 0 && id < texts.length && texts[id] != null;
    }

    /** The text of an id, or one that says that it is not known; never null. */
    String text(final int id) {
        if (id > 0 && id < texts.length) {
            final String text = texts[id];
            if (text != null) {
                return text;
            }
        }
        return "<unknown symbol " + Integer.toUnsignedString(id) + ">";
    }
}
