package io.hotspan.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.listener.EmbeddingModelErrorContext;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.model.embedding.listener.EmbeddingModelRequestContext;
import dev.langchain4j.model.embedding.listener.EmbeddingModelResponseContext;
import io.hotspan.genai.ModelCall;
import io.hotspan.genai.ModelOperation;
import io.hotspan.tracing.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a span of each call of an embedding model: the same span as of the OpenAI SDK's embeddings.
 * For any thread, and for any number of models.
 */
public final class HotspanEmbeddingModelListener implements EmbeddingModelListener {
    private final Tracer tracer;
    private final Object key = new Object();

    /** A listener that records with a tracer; not null. */
    public HotspanEmbeddingModelListener(final Tracer tracer) {
        this.tracer = Objects.requireNonNull(tracer, "tracer");
    }

    @Override
    public void onRequest(final EmbeddingModelRequestContext context) {
        final ModelCall call = ModelCall.begin(tracer, ModelOperation.EMBEDDINGS);
        if (call.isRecording()) {
            final Map<String, Object> request = new LinkedHashMap<>();
            request.put("input", context.textSegments().stream().map(TextSegment::text).toList());
            ChatFormat.put(request, "model", context.embeddingModel().modelName());
            call.requested(
                    ModelOperation.EMBEDDINGS, Providers.nameOf(context.modelProvider()), request);
        }
        context.attributes().put(key, call);
    }

    @Override
    public void onResponse(final EmbeddingModelResponseContext context) {
        final ModelCall call = (ModelCall) context.attributes().get(key);
        if (call != null && call.isRecording()) {
            call.answered(response(context));
        }
    }

    @Override
    public void onError(final EmbeddingModelErrorContext context) {
        final ModelCall call = (ModelCall) context.attributes().get(key);
        if (call != null) {
            call.failed(context.error(), null);
        }
    }

    private static Map<String, Object> response(final EmbeddingModelResponseContext context) {
        final List<Map<String, Object>> data = new ArrayList<>();
        for (final Embedding embedding : context.response().content()) {
            final Map<String, Object> element = new LinkedHashMap<>();
            element.put("object", "embedding");
            element.put("embedding", embedding.vector());
            element.put("index", data.size());
            data.add(element);
        }
        final Map<String, Object> response = new LinkedHashMap<>();
        response.put("object", "list");
        response.put("data", data);
        ChatFormat.put(response, "model", context.embeddingModel().modelName());
        ChatFormat.put(response, "usage", ChatFormat.usage(context.response().tokenUsage()));
        return response;
    }
}
