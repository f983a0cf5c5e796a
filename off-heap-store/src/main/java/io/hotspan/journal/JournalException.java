package io.hotspan.journal;

/**
 * Says that a directory cannot be used as a journal, and what to do: a missing or wrong directory,
 * a newer format, a file that cannot be read. The message is one line that names the path.
 */
public class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Without a cause.
     *
     * @param message names the path, the reason, and the way out
     */
    public JournalException(final String message) {
        super(message);
    }

    /**
     * With a cause.
     *
     * @param message names the path, the reason, and the way out
     * @param cause may be null
     */
    public JournalException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
