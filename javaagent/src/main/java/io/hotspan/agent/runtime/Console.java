package io.hotspan.agent.runtime;

/** The agent's lines: on standard error, for the program's logging is not the agent's to start. */
final class Console {
    private Console() {}

    /** One line; the cause may be null. */
    static void say(final String message, final Throwable cause) {
        System.err.println("hotspan: " + message + (cause == null ? "" : ": " + cause));
        if (cause != null && System.getenv("HOTSPAN_DEBUG") != null) {
            cause.printStackTrace();
        }
    }
}
