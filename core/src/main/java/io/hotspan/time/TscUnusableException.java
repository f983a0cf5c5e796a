package io.hotspan.time;

/** The time stamp counter cannot be read or trusted here; the message says why. */
final class TscUnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    TscUnusableException(final String reason) {
        super(reason);
    }

    TscUnusableException(final String reason, final Throwable cause) {
        super(reason, cause);
    }
}
