package io.hotspan.demo.load;

/** A question that got no answer. */
public final class AskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isRefused;

    AskException(final String message, final boolean isRefused, final Throwable cause) {
        super(message, cause);
        this.isRefused = isRefused;
    }

    /** Whether the service was asked something that it does not take. */
    boolean isRefused() {
        return isRefused;
    }
}
