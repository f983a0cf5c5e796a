package io.hotspan.agent.options;

/** Says which option has a value that is not allowed, where it came from, and what is allowed. */
public final class InvalidOptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidOptionException(final String message) {
        super(message);
    }
}
