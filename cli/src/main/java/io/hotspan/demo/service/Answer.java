package io.hotspan.demo.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the service answers.
 *
 * @param text not null
 * @param model that gave it; not null
 * @param sources chunk ids of the passages that the model was given, best first
 */
record Answer(String text, String model, List<String> sources) {
    /** The answer as it is sent. */
    Map<String, Object> toMap() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("answer", text);
        map.put("model", model);
        map.put("sources", sources);
        return map;
    }
}
