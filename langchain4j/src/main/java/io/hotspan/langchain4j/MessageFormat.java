package io.hotspan.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** LangChain4j's messages as OpenAI's. */
final class MessageFormat {
    private static final String CONTENT = "content";

    private MessageFormat() {}

    static Map<String, Object> message(final ChatMessage message) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        if (message instanceof SystemMessage system) {
            fields.put("role", "system");
            fields.put(CONTENT, system.text());
        } else if (message instanceof UserMessage user) {
            fields.put("role", "user");
            fields.put(CONTENT, contents(user.contents()));
            ChatFormat.put(fields, "name", user.name());
        } else if (message instanceof AiMessage answer) {
            fields.put("role", "assistant");
            fields.put(CONTENT, answer.text());
            ChatFormat.put(fields, "reasoning_content", answer.thinking());
            if (answer.hasToolExecutionRequests()) {
                fields.put(
                        "tool_calls",
                        answer.toolExecutionRequests().stream()
                                .map(MessageFormat::toolCall)
                                .toList());
            }
        } else if (message instanceof ToolExecutionResultMessage result) {
            fields.put("role", "tool");
            fields.put("tool_call_id", result.id());
            fields.put(CONTENT, contents(result.contents()));
        } else {
            fields.put("role", message.type().name().toLowerCase(Locale.ROOT));
            fields.put(CONTENT, message.toString());
        }
        return fields;
    }

    /** One text is written as it is, as programs mostly do. */
    private static Object contents(final List<Content> contents) {
        return contents.size() == 1 && contents.get(0) instanceof TextContent text
                ? text.text()
                : contents.stream().map(MessageFormat::part).toList();
    }

    private static Map<String, Object> part(final Content content) {
        if (content instanceof TextContent text) {
            return Map.of("type", "text", "text", text.text());
        } else if (content instanceof ImageContent image) {
            return Map.of("type", "image_url", "image_url", Map.of("url", url(image.image())));
        }
        return Map.of(
                "type",
                content.type().name().toLowerCase(Locale.ROOT),
                CONTENT,
                content.toString());
    }

    private static String url(final Image image) {
        return image.url() == null
                ? "data:" + image.mimeType() + ";base64," + image.base64Data()
                : image.url().toString();
    }

    private static Map<String, Object> toolCall(final ToolExecutionRequest request) {
        final Map<String, Object> call = new LinkedHashMap<>();
        ChatFormat.put(call, "id", request.id());
        call.put("type", "function");
        call.put("function", Map.of("name", request.name(), "arguments", request.arguments()));
        return call;
    }
}
