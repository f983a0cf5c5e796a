package io.hotspan.openai;

import com.openai.core.Sleeper;
import io.hotspan.genai.ModelCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Tells a call of each pause before a retry, and leaves the pause to the client's own sleeper. */
final class RetrySleeper implements Sleeper {
    private final Sleeper own;
    private final ModelCall call;

    RetrySleeper(final Sleeper own, final ModelCall call) {
        this.own = own;
        this.call = call;
    }

    @Override
    public void sleep(final Duration duration) {
        call.retry(duration);
        own.sleep(duration);
    }

    @Override
    public CompletableFuture<Void> sleepAsync(final Duration duration) {
        call.retry(duration);
        return own.sleepAsync(duration);
    }

    @Override
    public void close() {
        // the client closes its own sleeper
    }
}
