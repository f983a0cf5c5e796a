package io.hotspan.demo.chat;

import io.hotspan.demo.http.JsonRequest;
import io.hotspan.demo.http.JsonResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Embeddings without a model: each word adds one to a place of the vector that its hash names, so
 * that texts which share words are near to each other.
 */
final class HashedEmbeddings {
    /** The name that stands in its answers. */
    static final String MODEL = "hashed-words-loopback (no model)";

    private static final int DIMENSIONS = 64;

    private HashedEmbeddings() {}

    static JsonResponse answer(final JsonRequest request) throws ChatRequestException {
        final Map<?, ?> body = ChatRequest.object(request);
        final boolean isBase64 = "base64".equals(body.get("encoding_format"));
        final List<Map<String, Object>> data = new ArrayList<>();
        long tokens = 0;
        for (final String text : texts(body.get("input"))) {
            final float[] vector = vector(text);
            final Map<String, Object> embedding = new LinkedHashMap<>();
            embedding.put("object", "embedding");
            embedding.put("index", data.size());
            embedding.put("embedding", isBase64 ? base64(vector) : list(vector));
            data.add(embedding);
            tokens += Tokens.count(text);
        }
        final Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("prompt_tokens", tokens);
        usage.put("total_tokens", tokens);
        final Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("object", "list");
        answer.put("data", data);
        answer.put("model", MODEL);
        answer.put("usage", usage);
        return new JsonResponse(200, answer);
    }

    private static List<String> texts(final Object input) throws ChatRequestException {
        if (input instanceof String text) {
            return List.of(text);
        }
        if (input instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw ChatRequest.bad(
                "Invalid type for 'input': expected a string or an array of strings.",
                "input",
                "invalid_type");
    }

    /** Of length 1, unless the text has no words. */
    static float[] vector(final String text) {
        final float[] vector = new float[DIMENSIONS];
        for (final String token : Tokens.of(text.toLowerCase(Locale.ROOT))) {
            vector[Math.floorMod(token.strip().hashCode(), DIMENSIONS)]++;
        }
        double squares = 0;
        for (final float value : vector) {
            squares += value * value;
        }
        for (int i = 0; i < DIMENSIONS && squares > 0; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static List<Double> list(final float[] vector) {
        final List<Double> list = new ArrayList<>(vector.length);
        for (final float value : vector) {
            list.add((double) value);
        }
        return list;
    }

    /** As the API has it: floats of four bytes, little-endian. */
    private static String base64(final float[] vector) {
        final ByteBuffer bytes =
                ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
