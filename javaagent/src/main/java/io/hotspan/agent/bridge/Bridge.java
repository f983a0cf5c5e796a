package io.hotspan.agent.bridge;

import io.hotspan.recording.SpanHandle;
import io.hotspan.tracing.Tracer;

/**
 * What woven code calls, in the classes of every loader. The only place of Hotspan with a static
 * field that changes: code in a method's body has no other way to find what it belongs to.
 */
public final class Bridge {
    private static volatile WovenCalls calls; // set once, before anything is woven

    private Bridge() {}

    /** Tells where calls are recorded. */
    @SuppressWarnings("NonFinalStaticField") // see above
    public static void install(final WovenCalls wovenCalls) {
        calls = wovenCalls;
    }

    static WovenCalls calls() {
        return calls;
    }

    /** The agent's tracer; null before the agent has started. */
    public static Tracer tracer() {
        final WovenCalls calls = Bridge.calls;
        if (calls == null) {
            return null;
        }
        calls.begin();
        return calls.tracer();
    }

    /** A call of a woven method begins; the handle of its span is returned. */
    public static long enter(final int methodIndex) {
        try {
            return calls.enter(methodIndex);
        } catch (final Throwable e) {
            failed(e);
            return SpanHandle.NONE;
        }
    }

    /** As {@link #enter(int)}; the arguments are the inputs. */
    public static long enter(final int methodIndex, final Object[] arguments) {
        try {
            return calls.enter(methodIndex, arguments);
        } catch (final Throwable e) {
            failed(e);
            return SpanHandle.NONE;
        }
    }

    /** A call of a woven method is over; nothing is recorded of what it returned. */
    public static void exit(final long handle, final Throwable thrown) {
        try {
            calls.exit(handle, thrown);
        } catch (final Throwable e) {
            failed(e);
        }
    }

    /** As {@link #exit(long, Throwable)}; the result is the outputs. */
    public static void exit(final long handle, final Object result, final Throwable thrown) {
        try {
            calls.exit(handle, result, thrown);
        } catch (final Throwable e) {
            failed(e);
        }
    }

    /** A call begins whose result may come later; what is returned stands for it. */
    public static Object enterAsync(final int methodIndex, final Object[] arguments) {
        try {
            return calls.enterAsync(methodIndex, arguments);
        } catch (final Throwable e) {
            failed(e);
            return null;
        }
    }

    /** Such a call is over; what is returned is to be returned instead of the result. */
    public static Object exitAsync(final Object call, final Object result, final Throwable thrown) {
        try {
            return call instanceof AsyncCall async ? async.returned(result, thrown) : result;
        } catch (final Throwable e) {
            failed(e);
            return result;
        }
    }

    static void failed(final Throwable failure) {
        try {
            calls.failed(failure);
        } catch (final Throwable e) {
            return; // no stack and no memory left: the program goes on, uncounted
        }
    }
}
