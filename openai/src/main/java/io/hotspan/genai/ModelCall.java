package io.hotspan.genai;

import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Scope;
import io.hotspan.tracing.Tracer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One call of a model, from the request to the end of its answer, whichever threads that takes: a
 * detached span, ended exactly once. What comes after the end is ignored. Nothing here throws for
 * what a request or an answer holds. For any thread.
 *
 * <p>Source: {@code mlflow/openai/autolog.py}, and OpenTelemetry's conventions for generative AI,
 * which also say that one span covers a call with all its retries.
 */
public final class ModelCall {
    private final DetachedSpan span;
    private final long startNanos = System.nanoTime();
    private int chunkCount;
    private int retryCount;
    private boolean ended;

    private ModelCall(final DetachedSpan span) {
        this.span = span;
    }

    /**
     * Begins the span of a call, below the current one.
     *
     * @param operation what is asked for; not null
     * @param provider who is asked, a {@code gen_ai.provider.name}; not null
     * @param request the request as sent, in OpenAI's format; not null
     */
    public static ModelCall start(
            final Tracer tracer,
            final ModelOperation operation,
            final String provider,
            final Map<String, ?> request) {
        final ModelCall call = begin(tracer, operation);
        call.requested(operation, provider, request);
        return call;
    }

    /** As {@link #start}, of a request that {@link #requested} tells, if it is worth the work. */
    public static ModelCall begin(final Tracer tracer, final ModelOperation operation) {
        return new ModelCall(tracer.startDetachedSpan(operation.spanName(), operation.spanType()));
    }

    /** Whether what is said here is kept; if not, there is no need to say it. */
    public boolean isRecording() {
        return span.isRecording();
    }

    /** What was asked for; the parameters as of {@link #start}. */
    public void requested(
            final ModelOperation operation, final String provider, final Map<String, ?> request) {
        span.setInputs(request);
        span.setAttributes(RequestAttributes.of(operation, provider, request));
    }

    /** Makes the span current on this thread, for what the call does there. */
    public Scope makeCurrent() {
        return span.context().makeCurrent();
    }

    /** Says something else about the call. */
    public void setAttribute(final String key, final Object value) {
        span.setAttribute(key, value);
    }

    /**
     * One piece of a streamed answer. The first one also tells how long it took to come.
     *
     * @param json the piece as it came
     */
    public synchronized void chunk(final String json) {
        if (ended) {
            return;
        }
        if (chunkCount == 0) {
            final double seconds =
                    (System.nanoTime() - startNanos) / (double) TimeUnit.SECONDS.toNanos(1);
            span.setAttribute("gen_ai.response.time_to_first_chunk", seconds);
        }
        span.addEvent(SpanKeys.CHUNK_EVENT_PREFIX + chunkCount, Map.of(SpanKeys.CHUNK_VALUE, json));
        chunkCount++;
    }

    /**
     * The call failed in a way that may pass, and will be made again after a pause.
     *
     * <p>Source of the event: {@code mlflow/langchain/langchain_tracer.py} ({@code on_retry}).
     */
    public synchronized void retry(final Duration pause) {
        if (!ended) {
            retryCount++;
            final Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("attempt", retryCount);
            attributes.put("slept", pause.toNanos() / (double) TimeUnit.SECONDS.toNanos(1));
            span.addEvent("retry", attributes);
        }
    }

    /**
     * The answer, whole; the span ends.
     *
     * @param response in OpenAI's format; null if nothing came
     */
    public synchronized void answered(final Object response) {
        if (!ended) {
            ended = true;
            outputs(response);
            span.end();
        }
    }

    /** The call failed; the span ends. What had come of an answer is kept; null is nothing. */
    public synchronized void failed(final Throwable failure, final Object partialResponse) {
        if (!ended) {
            ended = true;
            if (partialResponse != null) {
                outputs(partialResponse);
            }
            span.setAttribute("error.type", failure.getClass().getName());
            span.recordException(failure);
            span.end();
        }
    }

    /** The span ends, and the answer is not known. */
    public synchronized void abandoned() {
        if (!ended) {
            ended = true;
            span.end();
        }
    }

    private void outputs(final Object response) {
        span.setOutputs(response);
        if (response instanceof Map<?, ?> fields) {
            final Map<String, Object> named = new LinkedHashMap<>();
            fields.forEach((key, value) -> named.put(String.valueOf(key), value));
            span.setAttributes(ResponseAttributes.of(named));
        }
    }
}
