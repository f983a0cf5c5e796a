package io.hotspan.demo.assistant;

/** A question that the service does not take. The message says why, and what it takes. */
public final class InvalidQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidQuestionException(final String message) {
        super(message);
    }
}
