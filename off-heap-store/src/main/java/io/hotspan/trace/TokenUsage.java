package io.hotspan.trace;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens used by a whole trace. A span that carries usage speaks for all its descendants, so theirs
 * is not added. Source: {@code mlflow.tracing.utils.aggregate_usage_from_spans}.
 */
final class TokenUsage {
    private static final List<String> KEYS =
            List.of(TraceKeys.INPUT_TOKENS, TraceKeys.OUTPUT_TOKENS, TraceKeys.TOTAL_TOKENS);
    private static final List<String> OPTIONAL_KEYS =
            List.of(
                    "cache_read_input_tokens",
                    "cache_creation_input_tokens",
                    "cache_creation_input_tokens_above_1hr");

    private TokenUsage() {}

    /** The sums by key, or null if no span carries usage. */
    static Map<String, Object> sum(final List<SpanData> spans) {
        if (spans.stream().allMatch(span -> usageOf(span) == null)) {
            return null;
        }
        final Map<Long, List<SpanData>> children = new HashMap<>();
        final Deque<SpanData> todo = new ArrayDeque<>();
        final Map<Long, SpanData> byId = new HashMap<>();
        spans.forEach(span -> byId.put(span.spanIdLong(), span));
        for (final SpanData span : spans) {
            if (byId.containsKey(span.parentSpanIdLong())) {
                children.computeIfAbsent(span.parentSpanIdLong(), id -> new ArrayList<>())
                        .add(span);
            } else {
                todo.push(span);
            }
        }

        final Map<String, Object> sums = new LinkedHashMap<>();
        KEYS.forEach(key -> sums.put(key, 0L));
        while (!todo.isEmpty()) {
            final SpanData span = todo.pop();
            final Map<?, ?> usage = usageOf(span);
            if (usage != null) {
                add(sums, usage);
            } else {
                // each is listed under one parent, so the walk ends whatever the ids say
                children.getOrDefault(span.spanIdLong(), List.of()).forEach(todo::push);
                children.remove(span.spanIdLong());
            }
        }
        return sums;
    }

    private static Map<?, ?> usageOf(final SpanData span) {
        return span.attributes().get(TraceKeys.CHAT_TOKEN_USAGE) instanceof Map<?, ?> usage
                ? usage
                : null;
    }

    private static void add(final Map<String, Object> sums, final Map<?, ?> usage) {
        for (final String key : KEYS) {
            if (usage.get(key) instanceof Number number) {
                sums.merge(key, number, TokenUsage::plus);
            }
        }
        for (final String key : OPTIONAL_KEYS) {
            if (usage.get(key) instanceof Number number) {
                sums.merge(key, number, TokenUsage::plus);
            }
        }
    }

    private static Object plus(final Object left, final Object right) {
        if (isWhole(left) && isWhole(right)) {
            final BigInteger sum = whole(left).add(whole(right));
            return sum.bitLength() < Long.SIZE ? (Object) sum.longValue() : sum;
        }
        return ((Number) left).doubleValue() + ((Number) right).doubleValue();
    }

    private static boolean isWhole(final Object number) {
        return number instanceof Long || number instanceof BigInteger;
    }

    private static BigInteger whole(final Object number) {
        return number instanceof BigInteger big ? big : BigInteger.valueOf((Long) number);
    }
}
