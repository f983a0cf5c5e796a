package io.hotspan.demo.chat;

/** A chat model that gave no answer. The message says what the server said. */
public final class ChatException extends RuntimeException {
    /** The {@link #status} where there was no response. */
    public static final int NO_RESPONSE = 0;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    ChatException(final String message, final int status, final String body) {
        super(message);
        this.status = status;
        this.body = body;
    }

    ChatException(final String message, final Throwable cause) {
        super(message, cause);
        status = NO_RESPONSE;
        body = "";
    }

    /** The status of the response, or {@link #NO_RESPONSE}. */
    public int status() {
        return status;
    }

    /** The body of the response; empty if there was none. */
    public String body() {
        return body;
    }
}
