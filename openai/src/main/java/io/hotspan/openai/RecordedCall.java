package io.hotspan.openai;

import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.chat.completions.StructuredChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.StructuredResponse;
import com.openai.models.responses.StructuredResponseCreateParams;
import io.hotspan.genai.ModelCall;
import io.hotspan.genai.ModelOperation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Records the SDK's objects on the span of a call: the request, the pieces of a stream as they
 * come, and the answer. For any thread. Nothing here throws.
 */
final class RecordedCall {
    private final ModelCall call;
    private final ModelOperation operation;
    private final JsonTree json = new JsonTree();
    private final StreamedAnswer streamed;
    private boolean ended;

    RecordedCall(final ModelCall call, final ModelOperation operation) {
        this.call = call;
        this.operation = operation;
        this.streamed = StreamedAnswer.of(operation);
    }

    /** Records the request of a call of {@code create} or {@code createStreaming}. */
    void request(final Object[] arguments, final boolean streaming) {
        final Map<String, Object> request = new LinkedHashMap<>();
        final Object tree = json.of(body(arguments));
        if (tree instanceof Map<?, ?> fields) {
            fields.forEach((key, value) -> request.put(String.valueOf(key), value));
        } else if (tree != null) {
            request.put("request", tree);
        }
        if (streaming) {
            request.put("stream", true); // as the SDK adds it
        }
        call.requested(operation, "openai", request);
    }

    /** One piece of a stream. */
    synchronized void chunk(final Object chunk) {
        if (!ended) {
            final String text = json.text(chunk);
            if (text != null) {
                call.chunk(text);
                streamed.add(json.fields(text));
            }
        }
    }

    /** The answer came whole. */
    synchronized void answered(final Object answer) {
        ended = true;
        call.answered(json.of(raw(answer)));
    }

    /** The stream is exhausted, or was closed: what had come is the answer. */
    synchronized void streamEnded() {
        if (!ended) {
            ended = true;
            call.answered(streamed.answer());
        }
    }

    /** The call failed, or its stream did. */
    synchronized void failed(final Throwable thrown) {
        if (!ended) {
            ended = true;
            final Throwable failure =
                    thrown instanceof CompletionException && thrown.getCause() != null
                            ? thrown.getCause()
                            : thrown;
            if (failure instanceof OpenAIServiceException service) {
                call.setAttribute("http.response.status_code", service.statusCode());
            }
            call.failed(failure, streamed.answer());
        }
    }

    /** A raw response was closed: if it was never parsed, its answer is not known. */
    synchronized void responseClosed() {
        final Map<String, Object> answer = streamed.answer();
        if (!ended && answer == null) {
            ended = true;
            call.abandoned();
        }
        streamEnded();
    }

    private static Object body(final Object[] arguments) {
        final Object params =
                arguments == null || arguments.length == 0 ? null : rawParams(arguments[0]);
        if (params instanceof ChatCompletionCreateParams chat) {
            return chat._body();
        } else if (params instanceof ResponseCreateParams responses) {
            return responses._body();
        } else if (params instanceof CompletionCreateParams completions) {
            return completions._body();
        } else if (params instanceof EmbeddingCreateParams embeddings) {
            return embeddings._body();
        }
        return null; // responses may be asked for without parameters
    }

    private static Object rawParams(final Object params) {
        if (params instanceof StructuredChatCompletionCreateParams<?> structured) {
            return structured.rawParams();
        } else if (params instanceof StructuredResponseCreateParams<?> structured) {
            return structured.rawParams();
        }
        return params;
    }

    private static Object raw(final Object answer) {
        if (answer instanceof StructuredChatCompletion<?> structured) {
            return structured.rawChatCompletion();
        } else if (answer instanceof StructuredResponse<?> structured) {
            return structured.rawResponse();
        }
        return answer;
    }
}
