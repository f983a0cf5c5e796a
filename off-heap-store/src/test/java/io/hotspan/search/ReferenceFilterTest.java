package io.hotspan.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.json.Json;
import io.hotspan.trace.ReferenceTraces;
import io.hotspan.trace.Trace;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Finds the same of the reference's own traces as the reference does. */
class ReferenceFilterTest {
    @Test
    void eachFilterFindsWhatTheReferenceFinds() throws Exception {
        final Map<String, Trace> traces = new TreeMap<>();
        for (final ReferenceTraces.Case reference : ReferenceTraces.all()) {
            if (reference.trace() != null) {
                traces.put(reference.name(), Trace.fromJson(reference.traceJson()));
            }
        }

        for (final Map.Entry<?, ?> entry : filters().entrySet()) {
            final TraceFilter filter = TraceFilter.parse((String) entry.getKey());
            final List<String> found =
                    traces.entrySet().stream()
                            .filter(trace -> filter.test(trace.getValue()))
                            .map(Map.Entry::getKey)
                            .toList();
            assertThat(found).as("%s", filter).isEqualTo(entry.getValue());
        }
    }

    private static Map<?, ?> filters() throws Exception {
        try (InputStream file =
                ReferenceFilterTest.class.getResourceAsStream("/reference-filters.json")) {
            final String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return (Map<?, ?>) ((Map<?, ?>) Json.read(text)).get("found");
        }
    }
}
