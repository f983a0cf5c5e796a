package io.hotspan.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import io.hotspan.tracing.Tracer;
import java.util.Objects;

/**
 * Traces clients of the OpenAI Java SDK. Each call of chat completions, responses, text completions
 * and embeddings, streamed or not, synchronous or not, is a span below the one that is current
 * where the call is made.
 *
 * <p>A traced client does what the bare one does: it gives the same results, throws the same
 * exceptions, and sends the same requests. What it leads to is traced as well: {@code async()},
 * {@code withOptions(...)}, {@code withRawResponse()} and the services. It is a {@link
 * java.lang.reflect.Proxy}, so it cannot be cast to a class of the SDK, and a checked exception,
 * which no method here declares (an {@code InterruptedException} during the pause before a retry),
 * arrives as the cause of an {@link java.lang.reflect.UndeclaredThrowableException}.
 *
 * <p>A span ends when the answer is whole, when a stream is exhausted, fails or is closed, and when
 * a raw response is parsed or closed; once. A stream that is neither exhausted nor closed leaves
 * its span open.
 *
 * <p>Source: {@code mlflow.openai.autolog}.
 */
public final class HotspanOpenAI {
    private HotspanOpenAI() {}

    /**
     * A client that does what the given one does, and records it. For any thread, as the given one
     * is; closing it closes the given one.
     *
     * @param client not null; one that is traced already is returned as it is
     * @param tracer where to record; not null
     */
    public static OpenAIClient trace(final OpenAIClient client, final Tracer tracer) {
        return TracedObject.wrap(OpenAIClient.class, client, check(tracer));
    }

    /** As {@link #trace(OpenAIClient, Tracer)}, for an asynchronous client. */
    public static OpenAIClientAsync trace(final OpenAIClientAsync client, final Tracer tracer) {
        return TracedObject.wrap(OpenAIClientAsync.class, client, check(tracer));
    }

    private static Tracer check(final Tracer tracer) {
        return Objects.requireNonNull(tracer, "tracer");
    }
}
