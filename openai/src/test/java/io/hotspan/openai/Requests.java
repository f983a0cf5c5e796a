package io.hotspan.openai;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import java.util.List;
import java.util.Map;

/** Requests as programs make them. */
final class Requests {
    static final ChatCompletionCreateParams CHAT =
            ChatCompletionCreateParams.builder()
                    .model("gpt-5.4")
                    .addDeveloperMessage("You are a helpful assistant.")
                    .addUserMessage("Hello!")
                    .temperature(0.5)
                    .maxCompletionTokens(100)
                    .putAdditionalBodyProperty("seed", JsonValue.from(7))
                    .stop("END")
                    .build();

    static final ChatCompletionCreateParams CHAT_WITH_USAGE =
            CHAT.toBuilder()
                    .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
                    .build();

    static final ChatCompletionCreateParams CHAT_WITH_TOOLS =
            CHAT.toBuilder()
                    .addFunctionTool(
                            FunctionDefinition.builder()
                                    .name("get_current_weather")
                                    .description("Get the current weather")
                                    .parameters(
                                            FunctionParameters.builder()
                                                    .putAdditionalProperty(
                                                            "type", JsonValue.from("object"))
                                                    .putAdditionalProperty(
                                                            "properties",
                                                            JsonValue.from(
                                                                    Map.of(
                                                                            "location",
                                                                            Map.of(
                                                                                    "type",
                                                                                    "string"))))
                                                    .build())
                                    .build())
                    .build();

    static final ResponseCreateParams RESPONSE =
            ResponseCreateParams.builder()
                    .model("gpt-5.4")
                    .input("Tell me a story.")
                    .maxOutputTokens(200)
                    .build();

    static final CompletionCreateParams COMPLETION =
            CompletionCreateParams.builder()
                    .model(CompletionCreateParams.Model.GPT_3_5_TURBO_INSTRUCT)
                    .prompt("Say this is a test")
                    .maxTokens(7)
                    .temperature(0.0)
                    .build();

    static final EmbeddingCreateParams EMBEDDING =
            EmbeddingCreateParams.builder()
                    .model("text-embedding-ada-002")
                    .inputOfArrayOfStrings(List.of("The food was delicious"))
                    .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
                    .build();

    private Requests() {}
}
