package io.hotspan.agent.context;

import io.hotspan.recording.Recording;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.Scope;
import io.hotspan.tracing.Tracer;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Takes contexts along with work: noted by the task when it is handed over, and current while it
 * runs. Work that is handed over outside of every trace costs a look-up and no more.
 */
/* The context is kept beside the task, and the task itself is handed on as it is: a program may look
 * for it in a queue, compare it, or cast it. */
public final class Propagation {
    private final Recording recording;
    private final Tracer tracer;
    private final Context none;
    private final WeakIdentityMap<Handed> tasks = new WeakIdentityMap<>();
    private final WeakIdentityMap<Context> stages = new WeakIdentityMap<>();
    private final WeakIdentityMap<Handed> threads = new WeakIdentityMap<>();
    private final WeakIdentityMap<Scope> pooled = new WeakIdentityMap<>();

    /** A context that a task will run with; then the next, if it was handed over again before. */
    private record Handed(Context context, Handed next) {
        Handed then(final Context more) {
            if (next != null) {
                return new Handed(context, next.then(more));
            }
            return same(context, more) ? this : new Handed(context, new Handed(more, null));
        }

        /** One call of a pool may be two of what is woven. */
        private static boolean same(final Context one, final Context other) {
            return one.traceId().equals(other.traceId()) && one.spanId().equals(other.spanId());
        }
    }

    public Propagation(final Recording recording, final Tracer tracer) {
        this.recording = recording;
        this.tracer = tracer;
        none = tracer.extract("", (nothing, key) -> null);
    }

    /** A task is handed over. */
    public void handOver(final Object task) {
        final Context context = current();
        if (task != null && context != null) {
            tasks.update(
                    task, known -> known == null ? new Handed(context, null) : known.then(context));
        }
    }

    /** The task begins; null if it came without a context. */
    public Scope begin(final Object task) {
        final Handed handed = tasks.get(task);
        if (handed == null) {
            return null;
        }
        tasks.update(task, known -> known == null ? null : known.next());
        return handed.context().makeCurrent();
    }

    /** A pool is about to run a task here; its subclass may not have told of the last one's end. */
    @SuppressWarnings("MustBeClosedChecker") // in poolHasRun
    public void poolRuns(final Object task) {
        poolHasRun();
        final Scope scope = begin(task);
        if (scope != null) {
            pooled.update(Thread.currentThread(), before -> scope);
        }
    }

    /** The pool has run it. */
    public void poolHasRun() {
        final Scope scope = pooled.remove(Thread.currentThread());
        if (scope != null) {
            scope.close();
        }
    }

    /** A stage of a {@code CompletableFuture} is made. */
    public void stageMade(final Object stage) {
        final Context context = current();
        if (context != null) {
            stages.update(stage, unknown -> context);
        }
    }

    /** The stage's function may run now; null if it was made without a context. */
    public Scope stageRuns(final Object stage) {
        final Context context = stages.get(stage);
        return context == null ? null : context.makeCurrent();
    }

    /** A thread is about to be started. The JDK's own and those of pools serve more than one. */
    public void threadStarts(final Thread thread) {
        final Class<?> type = thread.getClass();
        final boolean serves =
                thread instanceof ForkJoinWorkerThread
                        || type.getClassLoader() == null
                                && type != Thread.class
                                && !type.getName().startsWith("java.lang.");
        final Context context = serves ? null : current();
        if (context != null) {
            threads.update(thread, known -> known == null ? new Handed(context, null) : known);
        }
    }

    /** Until the scope is closed no context is current; null if none is anyway. */
    public Scope withoutContext() {
        return current() == null ? null : none.makeCurrent();
    }

    /** A thread takes part for the first time: what it was started in is current from now on. */
    @SuppressWarnings("MustBeClosedChecker") // until the thread ends
    public void threadTakesPart(final Thread thread) {
        final Handed handed = threads.remove(thread);
        if (handed != null) {
            handed.context().makeCurrent();
        }
    }

    /** The context to take along; null if there is none. Asking takes no ring. */
    private Context current() {
        if (!recording.hasRecorder()) {
            final Handed handed = threads.get(Thread.currentThread());
            return handed == null ? null : handed.context();
        }
        final Context context = tracer.currentContext();
        return context.isPresent() ? context : null;
    }
}
