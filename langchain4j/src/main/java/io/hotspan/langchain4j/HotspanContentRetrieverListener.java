package io.hotspan.langchain4j;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.listener.ContentRetrieverErrorContext;
import dev.langchain4j.rag.content.retriever.listener.ContentRetrieverListener;
import dev.langchain4j.rag.content.retriever.listener.ContentRetrieverRequestContext;
import dev.langchain4j.rag.content.retriever.listener.ContentRetrieverResponseContext;
import io.hotspan.model.Document;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Tracer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a span of each retrieval, of type RETRIEVER: its inputs are the text of the query, its
 * outputs {@link Document}s. For any thread, and for any number of retrievers.
 *
 * <p>LangChain4j does not tell its listeners which retriever they listen to; who has several gives
 * each a listener with a name.
 *
 * <p>Source: {@code mlflow/langchain/langchain_tracer.py} ({@code on_retriever_start}, {@code
 * on_retriever_end}).
 */
public final class HotspanContentRetrieverListener implements ContentRetrieverListener {
    private final Tracer tracer;
    private final String spanName;
    private final Object key = new Object();

    /** A listener that records with a tracer, in spans named {@code ContentRetriever}; not null. */
    public HotspanContentRetrieverListener(final Tracer tracer) {
        this(tracer, "ContentRetriever");
    }

    /** A listener whose spans have a name of the program's choosing; neither is null. */
    public HotspanContentRetrieverListener(final Tracer tracer, final String spanName) {
        this.tracer = Objects.requireNonNull(tracer, "tracer");
        this.spanName = Objects.requireNonNull(spanName, "spanName");
    }

    @Override
    public void onRequest(final ContentRetrieverRequestContext context) {
        final DetachedSpan span = tracer.startDetachedSpan(spanName, SpanType.RETRIEVER);
        span.setInputs(context.query().text());
        span.setAttribute("gen_ai.operation.name", "retrieval");
        context.attributes().put(key, span);
    }

    @Override
    public void onResponse(final ContentRetrieverResponseContext context) {
        final DetachedSpan span = (DetachedSpan) context.attributes().get(key);
        if (span != null) {
            span.setOutputs(
                    context.contents().stream()
                            .map(HotspanContentRetrieverListener::document)
                            .toList());
            span.end();
        }
    }

    @Override
    public void onError(final ContentRetrieverErrorContext context) {
        final DetachedSpan span = (DetachedSpan) context.attributes().get(key);
        if (span != null) {
            span.setAttribute("error.type", context.error().getClass().getName());
            span.recordException(context.error());
            span.end();
        }
    }

    private static Document document(final Content content) {
        final Map<String, Object> metadata =
                new LinkedHashMap<>(content.textSegment().metadata().toMap());
        final Map<ContentMetadata, Object> ofRetrieval = content.metadata();
        Object score = ofRetrieval.get(ContentMetadata.RERANKED_SCORE);
        if (score == null) {
            score = ofRetrieval.get(ContentMetadata.SCORE);
        }
        if (score != null) {
            metadata.putIfAbsent("relevance_score", score);
        }
        final Object id = ofRetrieval.get(ContentMetadata.EMBEDDING_ID);
        return new Document(
                content.textSegment().text(), metadata, id == null ? null : id.toString());
    }
}
