package io.hotspan.agent.bridge;

import io.hotspan.agent.context.Propagation;
import io.hotspan.tracing.Scope;

/**
 * What the JDK's own classes call where they hand work over and where they run it. Woven into them
 * only after {@link Bridge} has got what it calls.
 */
public final class Handover {
    private Handover() {}

    /** A task is handed over. */
    public static void handOver(final Object task) {
        try {
            propagation().handOver(task);
        } catch (final Throwable e) {
            Bridge.failed(e);
        }
    }

    /** The task begins; what is returned, perhaps null, is given to {@link #end}. */
    public static Object begin(final Object task) {
        try {
            return propagation().begin(task);
        } catch (final Throwable e) {
            Bridge.failed(e);
            return null;
        }
    }

    /** A stage is made. */
    public static void stageMade(final Object stage) {
        try {
            propagation().stageMade(stage);
        } catch (final Throwable e) {
            Bridge.failed(e);
        }
    }

    /** A stage may run; what is returned, perhaps null, is given to {@link #end}. */
    public static Object stageRuns(final Object stage) {
        try {
            return propagation().stageRuns(stage);
        } catch (final Throwable e) {
            Bridge.failed(e);
            return null;
        }
    }

    /** What began is over. */
    public static void end(final Object scope) {
        if (scope instanceof Scope entered) {
            try {
                entered.close();
            } catch (final Throwable e) {
                Bridge.failed(e);
            }
        }
    }

    /** A pool is about to run a task on this thread. */
    public static void poolRuns(final Object task) {
        try {
            propagation().poolRuns(task);
        } catch (final Throwable e) {
            Bridge.failed(e);
        }
    }

    /** The pool has run it. */
    public static void poolHasRun() {
        try {
            propagation().poolHasRun();
        } catch (final Throwable e) {
            Bridge.failed(e);
        }
    }

    /** Runs a task of a pool, in place of the pool. */
    public static void run(final Runnable task) {
        final Object scope = begin(task);
        try {
            task.run();
        } finally {
            end(scope);
        }
    }

    /** A thread is about to be started. */
    public static void threadStarts(final Object thread) {
        try {
            propagation().threadStarts((Thread) thread);
        } catch (final Throwable e) {
            Bridge.failed(e);
        }
    }

    /** Nothing is taken along until what is returned, perhaps null, is given to {@link #end}. */
    public static Object withoutContext() {
        try {
            return propagation().withoutContext();
        } catch (final Throwable e) {
            Bridge.failed(e);
            return null;
        }
    }

    private static Propagation propagation() {
        return Bridge.calls().propagation();
    }
}
