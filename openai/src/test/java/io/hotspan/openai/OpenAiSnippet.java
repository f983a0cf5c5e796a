package io.hotspan.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.hotspan.Hotspan;

/** The code of docs/openai.md, compiled; {@link OpenAiPageTest} compares and runs it. */
final class OpenAiSnippet {
    private OpenAiSnippet() {}

    static String answer(final Hotspan hotspan, final ChatCompletionCreateParams params) {
        // region client
        OpenAIClient client = HotspanOpenAI.trace(OpenAIOkHttpClient.fromEnv(), hotspan.tracer());

        ChatCompletion answer = client.chat().completions().create(params);
        // endregion
        client.close();
        return answer.id();
    }

    static void stream(final OpenAIClient client, final ChatCompletionCreateParams params) {
        // region stream
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .forEach(System.out::print);
        }
        // endregion
    }
}
