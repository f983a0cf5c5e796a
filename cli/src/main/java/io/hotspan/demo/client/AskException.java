package io.hotspan.demo.client;

/** A question that got no answer. */
public final class AskException extends RuntimeException {
    private static final int REFUSED = 422;
    private static final long serialVersionUID = 1L;

    private final int status;

    AskException(final int status, final String message) {
        super("HTTP " + status + ": " + message);
        this.status = status;
    }

    AskException(final String message, final Throwable cause) {
        super(message, cause);
        status = 0;
    }

    /** Whether the service was asked something that it does not take. */
    boolean isRefused() {
        return status == REFUSED;
    }
}
