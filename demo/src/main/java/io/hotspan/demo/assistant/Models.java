package io.hotspan.demo.assistant;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.time.Duration;

/**
 * The models that are asked, and by which client of the OpenAI SDK.
 *
 * @param chat asks the chat model
 * @param chatModel its name
 * @param embedding asks the embedding model; may be the same client
 * @param embeddingModel its name
 */
public record Models(
        OpenAIClient chat, String chatModel, OpenAIClient embedding, String embeddingModel)
        implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** A client of a server. */
    public static OpenAIClient client(final String baseUrl, final String apiKey) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .timeout(TIMEOUT)
                .maxRetries(1)
                .build();
    }

    @Override
    public void close() {
        chat.close();
        embedding.close();
    }
}
