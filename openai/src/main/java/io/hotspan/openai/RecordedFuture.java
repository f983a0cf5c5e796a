package io.hotspan.openai;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A future that completes as another one does, after that was recorded: who sees the result also
 * finds the span ended. Cancelling it cancels the other one.
 */
final class RecordedFuture {
    private RecordedFuture() {}

    @SuppressWarnings("FutureReturnValueIgnored") // the callbacks see all there is to see
    static <T> CompletableFuture<Object> of(
            final CompletableFuture<T> future,
            final Function<? super T, Object> recordResult,
            final Consumer<Throwable> recordFailure) {
        final CompletableFuture<Object> recorded = new CompletableFuture<>();
        future.whenComplete(
                (result, failure) -> {
                    if (failure == null) {
                        Object outcome = result;
                        try {
                            outcome = recordResult.apply(result);
                        } finally {
                            recorded.complete(outcome); // whatever becomes of the recording
                        }
                    } else {
                        recordFailure.accept(failure);
                        recorded.completeExceptionally(failure); // as it is, wrapped or not
                    }
                });
        recorded.whenComplete(
                (result, failure) -> {
                    if (recorded.isCancelled()) {
                        future.cancel(true);
                    }
                });
        return recorded;
    }
}
