package io.hotspan.openai;

import com.openai.core.http.AsyncStreamResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A stream whose pieces are recorded as they are handed out. */
final class TracedAsyncStreamResponse<T> implements AsyncStreamResponse<T> {
    private final AsyncStreamResponse<T> delegate;
    private final RecordedCall recorded;
    private final CompletableFuture<Void> completed;

    TracedAsyncStreamResponse(final AsyncStreamResponse<T> delegate, final RecordedCall recorded) {
        this.delegate = delegate;
        this.recorded = recorded;
        final CompletableFuture<Object> all =
                RecordedFuture.of(
                        delegate.onCompleteFuture(),
                        nothing -> {
                            recorded.streamEnded();
                            return null;
                        },
                        recorded::failed);
        @SuppressWarnings({"unchecked", "rawtypes"}) // it completes with null only
        final CompletableFuture<Void> ofNothing = (CompletableFuture) all;
        this.completed = ofNothing;
    }

    @Override
    public AsyncStreamResponse<T> subscribe(final Handler<? super T> handler) {
        delegate.subscribe(new RecordedHandler<>(handler, recorded));
        return this;
    }

    @Override
    public AsyncStreamResponse<T> subscribe(
            final Handler<? super T> handler, final Executor executor) {
        delegate.subscribe(new RecordedHandler<>(handler, recorded), executor);
        return this;
    }

    @Override
    public CompletableFuture<Void> onCompleteFuture() {
        return completed;
    }

    @Override
    public void close() {
        delegate.close();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }

    private static final class RecordedHandler<T> implements Handler<T> {
        private final Handler<? super T> handler;
        private final RecordedCall recorded;
        private Throwable thrownByProgram;

        RecordedHandler(final Handler<? super T> handler, final RecordedCall recorded) {
            this.handler = handler;
            this.recorded = recorded;
        }

        @Override
        public void onNext(final T piece) {
            recorded.chunk(piece);
            try {
                handler.onNext(piece);
            } catch (final Throwable thrown) {
                thrownByProgram = thrown; // its own affair, and no failure of the call
                throw thrown;
            }
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the very one, and no other like it
        public void onComplete(final Optional<Throwable> error) {
            if (error.isPresent() && error.get() != thrownByProgram) {
                recorded.failed(error.get());
            } else {
                recorded.streamEnded();
            }
            handler.onComplete(error);
        }
    }
}
