package io.hotspan.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.hotspan.Hotspan;
import java.util.List;

/**
 * The code of docs/openai.md about LangChain4j; {@link LangChain4jPageTest} compares and runs it.
 */
final class LangChain4jSnippet {
    private LangChain4jSnippet() {}

    static void run(
            final Hotspan hotspan,
            final String baseUrl,
            final String apiKey,
            final EmbeddingModel embeddings,
            final ContentRetriever passages) {
        // region listeners
        ChatModel model =
                OpenAiChatModel.builder()
                        .baseUrl(baseUrl)
                        .apiKey(apiKey)
                        .modelName("gpt-4o-mini")
                        .listeners(List.of(new HotspanChatModelListener(hotspan.tracer())))
                        .build();
        EmbeddingModel embedder =
                embeddings.addListener(new HotspanEmbeddingModelListener(hotspan.tracer()));
        ContentRetriever retriever =
                passages.addListener(new HotspanContentRetrieverListener(hotspan.tracer()));
        // endregion
        model.chat("Hello!");
        embedder.embed("some text");
        retriever.retrieve(Query.from("a question"));
    }
}
