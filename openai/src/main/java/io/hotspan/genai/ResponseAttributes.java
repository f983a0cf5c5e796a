package io.hotspan.genai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an answer says on its span beside the outputs. Source: {@code
 * mlflow/openai/utils/chat_schema.py} ({@code set_span_chat_attributes}), {@code
 * mlflow/openai/genai_semconv_converter.py} (finish reasons), and OpenTelemetry's conventions.
 *
 * <p><b>Differs</b>: MLflow tells the usage of chat completions and responses only; here that of
 * text completions and embeddings is told as well.
 */
final class ResponseAttributes {
    private ResponseAttributes() {}

    static Map<String, Object> of(final Map<String, ?> response) {
        final Map<String, Object> attributes = new LinkedHashMap<>();
        if (response.get("model") instanceof CharSequence model) {
            attributes.put(SpanKeys.MODEL, model); // a deployment's name may hide it in the request
            attributes.put("gen_ai.response.model", model);
        }
        putText(response, "id", "gen_ai.response.id", attributes);
        putText(response, "service_tier", "openai.response.service_tier", attributes);
        putText(response, "system_fingerprint", "openai.response.system_fingerprint", attributes);
        final List<Object> finishReasons = finishReasons(response);
        if (!finishReasons.isEmpty()) {
            attributes.put("gen_ai.response.finish_reasons", finishReasons);
        }
        if (response.get("usage") instanceof Map<?, ?> usage) {
            addUsage(usage, attributes);
        }
        return attributes;
    }

    private static List<Object> finishReasons(final Map<String, ?> response) {
        final List<Object> reasons = new ArrayList<>();
        if (response.get("choices") instanceof List<?> choices) {
            for (final Object choice : choices) {
                if (choice instanceof Map<?, ?> fields && fields.get("finish_reason") != null) {
                    reasons.add(fields.get("finish_reason"));
                }
            }
        } else if (response.get("status") instanceof CharSequence status) {
            reasons.add(status);
        }
        return reasons;
    }

    private static void addUsage(final Map<?, ?> usage, final Map<String, Object> attributes) {
        final Long input = number(usage, "prompt_tokens", "input_tokens");
        if (input == null) {
            return;
        }
        // an embedding has no tokens of output, and does not say so
        final Long output =
                Objects.requireNonNullElse(number(usage, "completion_tokens", "output_tokens"), 0L);
        final Long total =
                Objects.requireNonNullElse(number(usage, "total_tokens", null), input + output);
        final Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put(SpanKeys.INPUT_TOKENS, input);
        tokens.put(SpanKeys.OUTPUT_TOKENS, output);
        tokens.put(SpanKeys.TOTAL_TOKENS, total);
        attributes.put("gen_ai.usage.input_tokens", input);
        attributes.put("gen_ai.usage.output_tokens", output);
        final Long cached =
                detail(usage, "prompt_tokens_details", "input_tokens_details", "cached_tokens");
        if (cached != null) {
            tokens.put(SpanKeys.CACHE_READ_INPUT_TOKENS, cached);
            attributes.put("gen_ai.usage.cache_read.input_tokens", cached);
        }
        final Long reasoning =
                detail(
                        usage,
                        "completion_tokens_details",
                        "output_tokens_details",
                        "reasoning_tokens");
        if (reasoning != null) {
            attributes.put("gen_ai.usage.reasoning.output_tokens", reasoning);
        }
        attributes.put(SpanKeys.CHAT_TOKEN_USAGE, tokens);
    }

    private static Long detail(
            final Map<?, ?> usage,
            final String ofChat,
            final String ofResponses,
            final String key) {
        final Object details =
                usage.containsKey(ofChat) ? usage.get(ofChat) : usage.get(ofResponses);
        return details instanceof Map<?, ?> fields ? number(fields, key, null) : null;
    }

    private static Long number(final Map<?, ?> fields, final String key, final String orElse) {
        final Object value = fields.containsKey(key) ? fields.get(key) : fields.get(orElse);
        return value instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    private static void putText(
            final Map<String, ?> response,
            final String name,
            final String key,
            final Map<String, Object> attributes) {
        if (response.get(name) instanceof CharSequence text) {
            attributes.put(key, text);
        }
    }
}
