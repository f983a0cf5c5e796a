package io.hotspan.openai;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import io.hotspan.genai.ModelCall;
import io.hotspan.genai.ModelOperation;
import io.hotspan.tracing.Scope;
import io.hotspan.tracing.Tracer;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;

/** Makes calls of one service as spans. */
final class TracedService {
    private static final String CREATE = "create";
    private static final String CREATE_STREAMING = "createStreaming";

    private final Object delegate;
    private final ModelOperation operation;
    private final Tracer tracer;
    private final CallOptions options;

    TracedService(
            final Class<?> type,
            final Object delegate,
            final ModelOperation operation,
            final Tracer tracer) {
        this.delegate = delegate;
        this.operation = operation;
        this.tracer = tracer;
        this.options = new CallOptions(type);
    }

    /** Whether a method calls the model. */
    static boolean isTraced(final Method method) {
        return method.getName().equals(CREATE) || method.getName().equals(CREATE_STREAMING);
    }

    Object call(final Method method, final Object[] arguments) throws Throwable {
        final ModelCall call = ModelCall.begin(tracer, operation);
        if (!call.isRecording()) {
            return TracedObject.call(delegate, method, arguments);
        }
        final boolean streaming = method.getName().equals(CREATE_STREAMING);
        final RecordedCall recorded = new RecordedCall(call, operation);
        recorded.request(arguments, streaming);
        final Object result;
        try (Scope scope = call.makeCurrent()) {
            result = TracedObject.call(options.of(delegate, call), method, arguments);
        } catch (final Throwable thrown) {
            recorded.failed(thrown);
            throw thrown;
        }
        return answered(result, recorded);
    }

    /** Records a result that is there, or sees to it that it is recorded when it comes. */
    @SuppressWarnings("FutureReturnValueIgnored") // the program gets it
    private static Object answered(final Object result, final RecordedCall recorded) {
        if (result instanceof CompletableFuture<?> future) {
            return RecordedFuture.of(future, value -> answered(value, recorded), recorded::failed);
        } else if (result instanceof AsyncStreamResponse<?> stream) {
            return new TracedAsyncStreamResponse<>(stream, recorded);
        } else if (result instanceof StreamResponse<?> stream) {
            return new TracedStreamResponse<>(stream, recorded);
        } else if (result instanceof HttpResponseFor<?> response) {
            return new TracedHttpResponse<>(
                    response, parsed -> answered(parsed, recorded), recorded);
        }
        recorded.answered(result);
        return result;
    }
}
