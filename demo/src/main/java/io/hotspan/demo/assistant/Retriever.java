package io.hotspan.demo.assistant;

import com.openai.models.embeddings.Embedding;
import com.openai.models.embeddings.EmbeddingCreateParams;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.model.Document;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Trace;
import io.hotspan.tracing.Tracer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds passages for a question: those that share words with it, the nearest in meaning first, as
 * an embedding model has it. For any number of threads.
 */
public final class Retriever {
    private static final int MAX_CANDIDATES = 8;
    private static final int MAX_PASSAGES = 4;

    private final Corpus corpus;
    private final Models models;
    private final CallCount calls;
    private final Tracer tracer;

    /**
     * @param tracer the agent's, for the one span that is opened by hand
     */
    public Retriever(
            final Corpus corpus, final Models models, final CallCount calls, final Tracer tracer) {
        this.corpus = corpus;
        this.models = models;
        this.calls = calls;
        this.tracer = tracer;
    }

    /** The passages, best first; none if no word of the query is in the corpus. */
    @Trace(type = SpanType.RETRIEVER)
    List<Document> retrieve(final String query) {
        calls.add();
        calls.add(); // the search, which the agent is told to trace by its name
        final List<Document> candidates = corpus.search(query, MAX_CANDIDATES);
        if (candidates.isEmpty()) {
            return candidates;
        }
        final List<List<Float>> vectors = embed(query, candidates);
        try (Span span = tracer.startSpan("rank", SpanType.RERANKER)) { // by hand, among the woven
            calls.add();
            span.setAttribute("candidates", candidates.size());
            final List<Document> ranked = rank(candidates, vectors);
            span.setOutputs(ranked.stream().map(Document::id).toList());
            return ranked;
        }
    }

    /** The vector of the query, and behind it those of the passages. */
    private List<List<Float>> embed(final String query, final List<Document> passages) {
        final List<String> texts = new ArrayList<>();
        texts.add(query);
        passages.forEach(passage -> texts.add(passage.pageContent()));
        calls.add();
        return models
                .embedding()
                .embeddings()
                .create(
                        EmbeddingCreateParams.builder()
                                .model(models.embeddingModel())
                                .inputOfArrayOfStrings(texts)
                                .build())
                .data()
                .stream()
                .sorted(Comparator.comparingLong(Embedding::index))
                .map(Embedding::embedding)
                .toList();
    }

    private static List<Document> rank(
            final List<Document> candidates, final List<List<Float>> vectors) {
        final List<Float> query = vectors.get(0);
        final List<Document> ranked = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            ranked.add(scored(candidates.get(i), cosine(query, vectors.get(i + 1))));
        }
        ranked.sort(Comparator.comparingDouble(Retriever::similarity).reversed());
        return List.copyOf(ranked.subList(0, Math.min(MAX_PASSAGES, ranked.size())));
    }

    private static Document scored(final Document passage, final double similarity) {
        final Map<String, Object> metadata = new LinkedHashMap<>(passage.metadata());
        metadata.put("similarity", similarity);
        return new Document(passage.pageContent(), metadata, passage.id());
    }

    private static double similarity(final Document passage) {
        return (Double) passage.metadata().get("similarity");
    }

    /** From -1 to 1; 0 if one of them has no direction. */
    static double cosine(final List<Float> a, final List<Float> b) {
        double product = 0;
        double lengthOfA = 0;
        double lengthOfB = 0;
        for (int i = 0; i < a.size(); i++) {
            product += (double) a.get(i) * b.get(i);
            lengthOfA += (double) a.get(i) * a.get(i);
            lengthOfB += (double) b.get(i) * b.get(i);
        }
        return lengthOfA == 0 || lengthOfB == 0 ? 0 : product / Math.sqrt(lengthOfA * lengthOfB);
    }
}
