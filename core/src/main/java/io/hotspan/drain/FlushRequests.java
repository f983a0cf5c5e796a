package io.hotspan.drain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who waits for everything committed until now to be stored. Safe for any thread. */
public final class FlushRequests {
    private final Object lock = new Object();
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean closed;
    private volatile boolean pending;

    /**
     * Asks for a flush.
     *
     * @return completes when it is done; at once if the drainer has already drained a last time
     */
    public CompletableFuture<Void> request() {
        final CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (lock) {
            if (closed) {
                done.complete(null);
            } else {
                waiting.add(done);
                pending = true;
            }
        }
        return done;
    }

    boolean isPending() {
        return pending;
    }

    /**
     * The requests until now; what was committed before them is in the rings that are read next.
     */
    Batch take() {
        if (!pending) {
            return Batch.EMPTY;
        }
        synchronized (lock) {
            final Batch batch = new Batch(waiting);
            waiting = new ArrayList<>();
            pending = false;
            return batch;
        }
    }

    /** For the next round: this one could not answer them. */
    void putBack(final Batch batch) {
        synchronized (lock) {
            waiting.addAll(0, batch.requests);
            pending = true;
        }
    }

    Batch close() {
        synchronized (lock) {
            closed = true;
            final Batch batch = new Batch(waiting);
            waiting = List.of();
            return batch;
        }
    }

    /** Requests that one round answers. */
    static final class Batch {
        static final Batch EMPTY = new Batch(List.of());
        private final List<CompletableFuture<Void>> requests;

        private Batch(final List<CompletableFuture<Void>> requests) {
            this.requests = requests;
        }

        boolean isEmpty() {
            return requests.isEmpty();
        }

        void complete() {
            requests.forEach(request -> request.complete(null));
        }

        void fail(final Throwable cause) {
            requests.forEach(request -> request.completeExceptionally(cause));
        }
    }
}
