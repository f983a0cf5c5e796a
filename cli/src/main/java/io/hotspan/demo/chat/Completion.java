package io.hotspan.demo.chat;

import io.hotspan.demo.http.JsonResponse;
import io.hotspan.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stand-in's completion: if there is a tool and it was not called yet, the call of it with the
 * first passage's id, as {@code id}; else an {@link ExtractiveAnswer}.
 */
final class Completion {
    private static final int TOKENS_A_CHUNK = 4;
    private static final Pattern FIRST_PASSAGE = Pattern.compile("(?m)^\\[1] (\\S+)");

    private final String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
    private final long createdSeconds = Instant.now().getEpochSecond();
    private final ChatRequest request;
    private final String content;
    private final Map<String, Object> call;

    private Completion(final ChatRequest request) {
        this.request = request;
        final String prompt = request.lastUserContent();
        final String fromTools = request.toolContent();
        final Matcher passage = FIRST_PASSAGE.matcher(prompt);
        if (request.tool() != null && fromTools.isEmpty() && passage.find()) {
            content = null;
            call = call(request.tool(), passage.group(1));
        } else {
            content = ExtractiveAnswer.to(prompt, fromTools);
            call = null;
        }
    }

    static JsonResponse answer(final ChatRequest request) {
        final Completion completion = new Completion(request);
        return request.isStream()
                ? JsonResponse.stream(completion.chunks())
                : new JsonResponse(200, completion.whole());
    }

    private static Map<String, Object> call(final String tool, final String passage) {
        final Map<String, Object> function = new LinkedHashMap<>();
        function.put("name", tool);
        function.put("arguments", Json.write(Map.of("id", passage)));
        final Map<String, Object> call = new LinkedHashMap<>();
        call.put("id", "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24));
        call.put("type", "function");
        call.put("function", function);
        return call;
    }

    private Map<String, Object> whole() {
        final Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", "assistant");
        message.put("content", content);
        if (call != null) {
            message.put("tool_calls", List.of(call));
        }
        message.put("refusal", null);
        final Map<String, Object> choice = choice("message", message, finishReason());
        final Map<String, Object> completion = head("chat.completion", List.of(choice));
        completion.put("usage", usage());
        return completion;
    }

    /** The role, then the call or the text in pieces, then why it ends, then the usage. */
    private List<Map<String, Object>> chunks() {
        final List<Map<String, Object>> chunks = new ArrayList<>();
        final Map<String, Object> role = new LinkedHashMap<>();
        role.put("role", "assistant");
        role.put("content", call == null ? "" : null);
        chunks.add(chunk(role, null));
        if (call == null) {
            final List<String> tokens = Tokens.of(content);
            for (int at = 0; at < tokens.size(); at += TOKENS_A_CHUNK) {
                final int end = Math.min(at + TOKENS_A_CHUNK, tokens.size());
                chunks.add(
                        chunk(Map.of("content", String.join("", tokens.subList(at, end))), null));
            }
        } else {
            final Map<String, Object> indexed = new LinkedHashMap<>();
            indexed.put("index", 0);
            indexed.putAll(call);
            chunks.add(chunk(Map.of("tool_calls", List.of(indexed)), null));
        }
        chunks.add(chunk(Map.of(), finishReason()));
        if (request.includesUsage()) {
            final Map<String, Object> last = head("chat.completion.chunk", List.of());
            last.put("usage", usage());
            chunks.add(last);
        }
        return chunks;
    }

    private Map<String, Object> chunk(final Map<String, Object> delta, final String finishReason) {
        return head("chat.completion.chunk", List.of(choice("delta", delta, finishReason)));
    }

    private Map<String, Object> head(final String object, final List<?> choices) {
        final Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", id);
        head.put("object", object);
        head.put("created", createdSeconds);
        head.put("model", LoopbackModel.MODEL);
        head.put("choices", choices);
        return head;
    }

    private static Map<String, Object> choice(
            final String key, final Map<String, Object> value, final String finishReason) {
        final Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put(key, value);
        choice.put("logprobs", null);
        choice.put("finish_reason", finishReason);
        return choice;
    }

    private String finishReason() {
        return call == null ? "stop" : "tool_calls";
    }

    private Map<String, Object> usage() {
        final long inputTokens =
                request.messages().stream()
                        .mapToLong(message -> Tokens.count(message.content()))
                        .sum();
        final long outputTokens = Tokens.count(call == null ? content : Json.write(call));
        final Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("prompt_tokens", inputTokens);
        usage.put("completion_tokens", outputTokens);
        usage.put("total_tokens", inputTokens + outputTokens);
        return usage;
    }
}
