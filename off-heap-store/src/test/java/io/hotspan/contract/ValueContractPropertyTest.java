package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.json.Json;
import io.hotspan.json.JsonValues;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.Span;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Any value in, equal JSON out. */
class ValueContractPropertyTest {
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void anyValueComesOutOfTheJournalAsTheJsonThatItIs(@ForAll("lists") final List<Object> values)
            throws IOException {
        final JournalFixture journal = new JournalFixture();
        journal.beforeEach(null);
        try {
            try (Span root = journal.tracer().startSpan("root")) {
                for (final Object value : values) {
                    try (Span span = journal.tracer().startSpan("value")) {
                        span.setInputs(value).setOutputs(value).setAttribute("key", value);
                    }
                }
            }

            final Trace trace = journal.replayed();
            assertThat(trace.spans()).hasSize(1 + values.size());
            for (int i = 0; i < values.size(); i++) {
                final SpanData span = trace.spans().get(i + 1);
                final String json = Json.write(values.get(i));
                assertThat(Json.write(span.inputs())).isEqualTo(json);
                assertThat(Json.write(span.outputs())).isEqualTo(json);
                assertThat(Json.write(span.attributes().get("key"))).isEqualTo(json);
            }
            assertThat(Trace.fromJson(trace.toJson())).isEqualTo(trace);
        } finally {
            journal.afterEach(null);
        }
    }

    @Provide
    Arbitrary<List<Object>> lists() {
        return JsonValues.values().list().ofSize(100);
    }
}
