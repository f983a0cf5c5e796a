package io.hotspan.bench.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Text of HTML or XML, element by element: texts and values of attributes are escaped, and what XML
 * cannot hold is left out. Not thread-safe.
 */
public final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    public Markup open(final String tag, final String... attributes) {
        start(tag, attributes);
        text.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    public Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Adds an element without content, as in {@code <rect/>}. */
    public Markup empty(final String tag, final String... attributes) {
        start(tag, attributes);
        text.append("/>");
        return this;
    }

    /** Adds an element with a text. */
    public Markup element(final String tag, final String content, final String... attributes) {
        return open(tag, attributes).text(content).close();
    }

    /** Adds a text. */
    public Markup text(final String content) {
        escape(content);
        return this;
    }

    /** Adds what is markup already. */
    public Markup markup(final String content) {
        text.append(content);
        return this;
    }

    /** Begins a new line, for those who read the source. */
    public Markup line() {
        text.append('\n');
        return this;
    }

    /** All of it. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return text.toString();
    }

    private void start(final String tag, final String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "an attribute without a value: " + attributes[attributes.length - 1]);
        }
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
    }

    private void escape(final String content) {
        content.codePoints()
                .filter(Markup::isAllowed)
                .forEach(
                        character -> {
                            switch (character) {
                                case '&' -> text.append("&amp;");
                                case '<' -> text.append("&lt;");
                                case '>' -> text.append("&gt;");
                                case '"' -> text.append("&quot;");
                                default -> text.appendCodePoint(character);
                            }
                        });
    }

    private static boolean isAllowed(final int character) {
        return character == '\n'
                || character == '\t'
                || (character >= ' '
                        && !Character.isISOControl(character)
                        && !(character >= Character.MIN_SURROGATE
                                && character <= Character.MAX_SURROGATE)
                        && (character & 0xFFFE) != 0xFFFE);
    }
}
