package io.hotspan.genai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request says on its span beside the inputs. Source of the first half: {@code
 * mlflow/openai/autolog.py} ({@code _start_span}: each parameter but the messages under its own
 * name); of the second: OpenTelemetry's semantic conventions for generative AI and for OpenAI.
 */
final class RequestAttributes {
    /** Parameters that the conventions have a name for. */
    private static final Map<String, String> CONVENTIONAL =
            Map.ofEntries(
                    Map.entry("model", "gen_ai.request.model"),
                    Map.entry("temperature", "gen_ai.request.temperature"),
                    Map.entry("top_p", "gen_ai.request.top_p"),
                    Map.entry("frequency_penalty", "gen_ai.request.frequency_penalty"),
                    Map.entry("presence_penalty", "gen_ai.request.presence_penalty"),
                    Map.entry("max_tokens", "gen_ai.request.max_tokens"),
                    Map.entry("max_completion_tokens", "gen_ai.request.max_tokens"),
                    Map.entry("max_output_tokens", "gen_ai.request.max_tokens"),
                    Map.entry("seed", "gen_ai.request.seed"),
                    Map.entry("n", "gen_ai.request.choice.count"),
                    Map.entry("stream", "gen_ai.request.stream"),
                    Map.entry("dimensions", "gen_ai.embeddings.dimension.count"),
                    Map.entry("service_tier", "openai.request.service_tier"));

    private RequestAttributes() {}

    static Map<String, Object> of(
            final ModelOperation operation, final String provider, final Map<String, ?> request) {
        final Map<String, Object> attributes = new LinkedHashMap<>();
        request.forEach(
                (name, value) -> {
                    if (!"messages".equals(name) && !"input".equals(name)) {
                        attributes.put(name, value);
                    }
                });
        if (operation.hasMessages()) {
            attributes.put(SpanKeys.MESSAGE_FORMAT, "openai");
        }
        final List<Map<String, Object>> tools = ChatTools.of(request);
        if (!tools.isEmpty()) {
            attributes.put(SpanKeys.CHAT_TOOLS, tools);
        }
        if (request.get("model") instanceof CharSequence model) {
            attributes.put(SpanKeys.MODEL, model);
        }
        addConventional(operation, provider, request, attributes);
        return attributes;
    }

    private static void addConventional(
            final ModelOperation operation,
            final String provider,
            final Map<String, ?> request,
            final Map<String, Object> attributes) {
        attributes.put("gen_ai.operation.name", operation.operationName());
        attributes.put("gen_ai.provider.name", provider);
        if (operation.apiType() != null && "openai".equals(provider)) {
            attributes.put("openai.api.type", operation.apiType());
        }
        request.forEach(
                (name, value) -> {
                    final String conventional = CONVENTIONAL.get(name);
                    if (conventional != null && value != null) {
                        attributes.put(conventional, value);
                    }
                });
        final Object stop = request.get("stop");
        if (stop != null) {
            attributes.put(
                    "gen_ai.request.stop_sequences", stop instanceof List ? stop : List.of(stop));
        }
        if (request.get("encoding_format") instanceof CharSequence format) {
            attributes.put("gen_ai.request.encoding_formats", List.of(format));
        }
        if (conversation(request) instanceof CharSequence conversation) {
            attributes.put("gen_ai.conversation.id", conversation);
        }
        final String outputType = outputType(request);
        if (outputType != null) {
            attributes.put("gen_ai.output.type", outputType);
        }
    }

    private static Object conversation(final Map<String, ?> request) {
        final Object conversation = request.get("conversation");
        return conversation instanceof Map<?, ?> fields ? fields.get("id") : conversation;
    }

    /** What the request asks for: {@code json}, {@code text}, or null if it does not say. */
    private static String outputType(final Map<String, ?> request) {
        Object format = request.get("response_format"); // chat completions
        if (request.get("text") instanceof Map<?, ?> text) { // responses
            format = text.get("format");
        }
        if (format instanceof Map<?, ?> fields && fields.get("type") instanceof String type) {
            return type.startsWith("json") ? "json" : type;
        }
        return null;
    }
}
