package io.hotspan.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.ObjectMappers;
import java.util.LinkedHashMap;
import java.util.Map;

/** The SDK's objects as the JSON that is sent or was received: as text, or as maps and lists. */
final class JsonTree {
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
            new TypeReference<>() {};

    private final JsonMapper mapper = ObjectMappers.jsonMapper();

    /** The object as maps and lists; one that cannot be written is described by a text. */
    Object of(final Object object) {
        try {
            return mapper.convertValue(object, Object.class);
        } catch (final RuntimeException | StackOverflowError e) {
            return failure(e);
        }
    }

    /** The object as JSON; null if it cannot be written. */
    String text(final Object object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (final JsonProcessingException | RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    /** The fields of a JSON object; empty if it is none. */
    Map<String, Object> fields(final String json) {
        try {
            final Map<String, Object> fields = mapper.readValue(json, FIELDS);
            return fields == null ? Map.of() : fields;
        } catch (final JsonProcessingException | RuntimeException e) {
            return Map.of();
        }
    }

    private static String failure(final Throwable e) {
        return "<failed: " + e.getClass().getName() + ">";
    }
}
