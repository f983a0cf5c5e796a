package io.hotspan.journal;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells each trouble of a writer in one line, however often writing is tried again: what goes wrong
 * on the way to a failure is a part of it, and is not told by itself. Used by one thread.
 */
final class Troubles implements JournalListener {
    private record Warning(String message, Throwable cause) {}

    private final JournalListener listener;
    private final List<Warning> held = new ArrayList<>();
    private boolean isTrying;
    private boolean isFailing;

    Troubles(final JournalListener listener) {
        this.listener = listener;
    }

    /** Something is tried that may fail: warnings wait for how it ends. */
    void trying() {
        held.clear();
        isTrying = true;
    }

    /** It went well. */
    void managed() {
        isTrying = false;
        held.forEach(warning -> listener.onWarning(warning.message, warning.cause));
        held.clear();
    }

    @Override
    public void onWarning(final String message, final Throwable cause) {
        if (isTrying) {
            held.add(new Warning(message, cause));
        } else {
            listener.onWarning(message, cause);
        }
    }

    /** Writing has failed. */
    @SuppressWarnings("ReferenceEquality") // no exception may be suppressed by itself
    void failed(final String message, final Throwable cause) {
        for (final Warning warning : held) {
            if (warning.cause != null && warning.cause != cause) {
                cause.addSuppressed(warning.cause);
            }
        }
        held.clear();
        isTrying = false;
        if (!isFailing) {
            isFailing = true;
            listener.onWarning(message, cause);
        }
    }

    /** Something was written. */
    void written(final String message) {
        if (isFailing) {
            isFailing = false;
            listener.onWarning(message, null);
        }
    }

    /** What went wrong, in words: the messages of file systems are often a path alone. */
    static String reason(final Throwable cause) {
        final boolean isBare =
                cause.getMessage() == null
                        || cause instanceof FileSystemException e && e.getReason() == null;
        return isBare ? cause.toString() : cause.getMessage();
    }
}
