package io.hotspan.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import com.openai.services.async.ChatServiceAsync;
import com.openai.services.async.CompletionServiceAsync;
import com.openai.services.async.EmbeddingServiceAsync;
import com.openai.services.async.ResponseServiceAsync;
import com.openai.services.async.chat.ChatCompletionServiceAsync;
import com.openai.services.blocking.ChatService;
import com.openai.services.blocking.CompletionService;
import com.openai.services.blocking.EmbeddingService;
import com.openai.services.blocking.ResponseService;
import com.openai.services.blocking.chat.ChatCompletionService;
import io.hotspan.genai.ModelOperation;
import java.util.List;
import java.util.Map;

/**
 * Which interfaces of the SDK are traced: those whose calls are spans, and those that lead there.
 */
final class TracedInterfaces {
    private static final List<Class<?>> LEADING_TO_SERVICES =
            List.of(
                    OpenAIClient.class,
                    OpenAIClient.WithRawResponse.class,
                    OpenAIClientAsync.class,
                    OpenAIClientAsync.WithRawResponse.class,
                    ChatService.class,
                    ChatService.WithRawResponse.class,
                    ChatServiceAsync.class,
                    ChatServiceAsync.WithRawResponse.class);

    private static final Map<Class<?>, ModelOperation> SERVICES =
            Map.ofEntries(
                    Map.entry(ChatCompletionService.class, ModelOperation.CHAT),
                    Map.entry(ChatCompletionService.WithRawResponse.class, ModelOperation.CHAT),
                    Map.entry(ChatCompletionServiceAsync.class, ModelOperation.CHAT),
                    Map.entry(
                            ChatCompletionServiceAsync.WithRawResponse.class, ModelOperation.CHAT),
                    Map.entry(ResponseService.class, ModelOperation.RESPONSES),
                    Map.entry(ResponseService.WithRawResponse.class, ModelOperation.RESPONSES),
                    Map.entry(ResponseServiceAsync.class, ModelOperation.RESPONSES),
                    Map.entry(ResponseServiceAsync.WithRawResponse.class, ModelOperation.RESPONSES),
                    Map.entry(CompletionService.class, ModelOperation.TEXT_COMPLETION),
                    Map.entry(
                            CompletionService.WithRawResponse.class,
                            ModelOperation.TEXT_COMPLETION),
                    Map.entry(CompletionServiceAsync.class, ModelOperation.TEXT_COMPLETION),
                    Map.entry(
                            CompletionServiceAsync.WithRawResponse.class,
                            ModelOperation.TEXT_COMPLETION),
                    Map.entry(EmbeddingService.class, ModelOperation.EMBEDDINGS),
                    Map.entry(EmbeddingService.WithRawResponse.class, ModelOperation.EMBEDDINGS),
                    Map.entry(EmbeddingServiceAsync.class, ModelOperation.EMBEDDINGS),
                    Map.entry(
                            EmbeddingServiceAsync.WithRawResponse.class,
                            ModelOperation.EMBEDDINGS));

    private TracedInterfaces() {}

    static boolean contains(final Class<?> type) {
        return LEADING_TO_SERVICES.contains(type) || SERVICES.containsKey(type);
    }

    /**
     * What a service is asked for; null if the interface is not a service whose calls are spans.
     */
    static ModelOperation operationOf(final Class<?> type) {
        return SERVICES.get(type);
    }
}
