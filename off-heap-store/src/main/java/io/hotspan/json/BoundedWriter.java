package io.hotspan.json;

import java.io.Writer;

/** Keeps the first characters written to it, and stops whoever writes more. */
final class BoundedWriter extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int maxChars;

    BoundedWriter(final int maxChars) {
        this.maxChars = maxChars;
    }

    @Override
    public void write(final char[] chars, final int offset, final int length) {
        final int room = maxChars - text.length();
        text.append(chars, offset, Math.min(room, length));
        if (length > room) {
            throw new Full();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }

    /** Ends the writing early; carries no stack trace, since nothing went wrong. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super("full", null, false, false);
        }
    }
}
