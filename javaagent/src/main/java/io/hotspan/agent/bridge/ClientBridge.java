package io.hotspan.agent.bridge;

import java.util.function.UnaryOperator;

/**
 * What woven code of client libraries calls, in the classes of every loader: what a client hands
 * out becomes its traced form.
 */
public final class ClientBridge {
    private static volatile UnaryOperator<Object> tracing; // set once, before anything is woven

    private ClientBridge() {}

    /** Tells how things are traced; what it does not know it returns as it is. */
    @SuppressWarnings("NonFinalStaticField") // woven code has no other way to find it
    public static void install(final UnaryOperator<Object> traced) {
        tracing = traced;
    }

    /** The traced form of what a client hands out; the thing itself if it cannot be traced. */
    public static Object traced(final Object handedOut) {
        try {
            return handedOut == null ? null : tracing.apply(handedOut);
        } catch (final Throwable e) {
            return handedOut; // no stack and no memory left: the program goes on, untraced
        }
    }
}
