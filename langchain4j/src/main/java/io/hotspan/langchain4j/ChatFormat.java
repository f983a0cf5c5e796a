package io.hotspan.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** LangChain4j's requests and answers in the format of OpenAI's chat completions. */
final class ChatFormat {
    private ChatFormat() {}

    static Map<String, Object> request(final ChatRequest request) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("messages", request.messages().stream().map(MessageFormat::message).toList());
        put(fields, "model", request.modelName());
        put(fields, "temperature", request.temperature());
        put(fields, "top_p", request.topP());
        put(fields, "top_k", request.topK());
        put(fields, "frequency_penalty", request.frequencyPenalty());
        put(fields, "presence_penalty", request.presencePenalty());
        put(fields, "max_completion_tokens", request.maxOutputTokens());
        if (request.stopSequences() != null && !request.stopSequences().isEmpty()) {
            fields.put("stop", request.stopSequences());
        }
        if (request.toolSpecifications() != null && !request.toolSpecifications().isEmpty()) {
            fields.put(
                    "tools", request.toolSpecifications().stream().map(ChatFormat::tool).toList());
        }
        if (request.toolChoice() != null) {
            fields.put("tool_choice", request.toolChoice().name().toLowerCase(Locale.ROOT));
        }
        if (request.responseFormat() != null) {
            final String type = request.responseFormat().type().name().toLowerCase(Locale.ROOT);
            fields.put(
                    "response_format", Map.of("type", "json".equals(type) ? "json_object" : type));
        }
        return fields;
    }

    static Map<String, Object> response(final ChatResponse response) {
        final Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put("message", MessageFormat.message(response.aiMessage()));
        put(choice, "finish_reason", finishReason(response.finishReason()));
        final Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "id", response.id());
        fields.put("object", "chat.completion");
        put(fields, "model", response.modelName());
        fields.put("choices", List.of(choice));
        put(fields, "usage", usage(response.tokenUsage()));
        return fields;
    }

    /** Null if the model did not tell. */
    static Map<String, Object> usage(final TokenUsage usage) {
        if (usage == null) {
            return null;
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "prompt_tokens", usage.inputTokenCount());
        put(fields, "completion_tokens", usage.outputTokenCount());
        put(fields, "total_tokens", usage.totalTokenCount());
        return fields;
    }

    /** Puts what was told: a null is a parameter that was left to the model. */
    static void put(final Map<String, Object> fields, final String key, final Object value) {
        if (value != null) {
            fields.put(key, value);
        }
    }

    private static Map<String, Object> tool(final ToolSpecification tool) {
        final Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", tool.name());
        put(function, "description", tool.description());
        if (tool.parameters() != null) {
            function.put("parameters", JsonSchemaElementUtils.toMap(tool.parameters()));
        }
        return Map.of("type", "function", "function", function);
    }

    private static String finishReason(final FinishReason reason) {
        if (reason == null) {
            return null;
        }
        return reason == FinishReason.TOOL_EXECUTION
                ? "tool_calls"
                : reason.name().toLowerCase(Locale.ROOT);
    }
}
