package io.hotspan.replay;

import java.util.HashMap;
import java.util.Map;

/** Equal texts of many segments and sessions, once: a journal may have thousands of both. */
final class SharedTexts {
    private static final int MAX_TEXTS = 1 << 14;

    private final Map<String, String> texts = new HashMap<>();

    /** The text, as the same object for equal ones unless they are too many. */
    String shared(final String text) {
        final String known = texts.get(text);
        if (known == null && texts.size() < MAX_TEXTS) {
            texts.put(text, text);
        }
        return known == null ? text : known;
    }
}
