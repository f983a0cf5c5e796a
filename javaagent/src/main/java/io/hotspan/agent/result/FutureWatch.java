package io.hotspan.agent.result;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A future that tells its call when the program first sees that it is done. */
final class FutureWatch<V> implements Future<V> {
    private final Future<V> future;
    private final OpenCall call;

    FutureWatch(final Future<V> future, final OpenCall call) {
        this.future = future;
        this.call = call;
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        try {
            return ended(future.get());
        } catch (final ExecutionException | CancellationException e) {
            call.fail(unwrapped(e));
            throw e;
        }
    }

    @Override
    public V get(final long timeout, final TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return ended(future.get(timeout, unit));
        } catch (final ExecutionException | CancellationException e) {
            call.fail(unwrapped(e));
            throw e;
        }
    }

    @Override
    public boolean cancel(final boolean mayInterrupt) {
        final boolean cancelled = future.cancel(mayInterrupt);
        isDone();
        return cancelled;
    }

    @Override
    public boolean isCancelled() {
        return future.isCancelled();
    }

    /** Done: then it can be asked for what it is, without waiting. */
    @Override
    public boolean isDone() {
        final boolean done = future.isDone();
        if (done) {
            try {
                ended(future.get());
            } catch (final ExecutionException | CancellationException e) {
                call.fail(unwrapped(e));
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt(); // it is asked again
            }
        }
        return done;
    }

    private V ended(final V value) {
        call.endWith(value);
        return value;
    }

    @Override
    public String toString() {
        return future.toString();
    }

    /** What really happened, without the wrapping of futures. */
    static Throwable unwrapped(final Throwable thrown) {
        final boolean wraps =
                thrown instanceof ExecutionException || thrown instanceof CompletionException;
        return wraps && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
