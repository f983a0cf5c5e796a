package io.hotspan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.json.JsonValues;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.StatusCode;
import io.hotspan.model.TraceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Arbitrary traces: any ids, names, values, parents. */
class TracePropertyTest {
    @Property(tries = 500)
    void everyTraceReadsBackEqual(@ForAll("traces") final Trace trace) {
        final Trace copy = Trace.fromJson(trace.toJson());

        assertThat(copy).isEqualTo(trace);
        assertThat(copy.toJson()).isEqualTo(trace.toJson());
    }

    @Property(tries = 200)
    void everyTraceIsDrawnWithEachSpanOnce(@ForAll("traces") final Trace trace) {
        final long lines =
                TraceTree.compact(trace).lines().filter(l -> !l.equals("orphans:")).count();

        assertThat(lines).isEqualTo(trace.spans().size());
        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT.withFull(true)).codePoints())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c));
    }

    @Provide
    Arbitrary<Trace> traces() {
        return Arbitraries.randomValue(TracePropertyTest::trace);
    }

    private static Trace trace(final Random random) {
        final List<SpanData> spans = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            spans.add(span(random));
        }
        final TraceUpdates.Builder updates = TraceUpdates.builder();
        if (random.nextBoolean()) {
            updates.tag(JsonValues.string(random), JsonValues.string(random))
                    .sessionId(JsonValues.string(random))
                    .clientRequestId(JsonValues.string(random))
                    .responsePreview(JsonValues.string(random))
                    .state(anyOf(random, TraceState.values()));
        }
        return Trace.assemble(spans, updates.build());
    }

    private static SpanData span(final Random random) {
        final SpanDataBuilder span =
                SpanData.builder()
                        .traceId(7, -1)
                        .spanId(1 + random.nextInt(5))
                        .parentSpanId(random.nextInt(6))
                        .name(JsonValues.string(random))
                        .startEpochNanos(random.nextLong() / 2)
                        .status(
                                new SpanStatus(
                                        anyOf(random, StatusCode.values()),
                                        JsonValues.string(random)))
                        .droppedRecords(random.nextInt(3));
        if (random.nextInt(4) > 0) {
            span.endEpochNanos(random.nextLong() / 2);
        }
        if (random.nextBoolean()) {
            span.type(JsonValues.string(random)).inputs(JsonValues.value(random));
        }
        if (random.nextBoolean()) {
            span.outputs(JsonValues.value(random));
        }
        JsonValues.map(random).forEach(span::attribute);
        for (int i = random.nextInt(3); i > 0; i--) {
            final String name = random.nextInt(4) == 0 ? "exception" : JsonValues.string(random);
            span.event(SpanEvent.at(name, random.nextLong(), JsonValues.map(random)));
        }
        if (random.nextInt(3) == 0) {
            span.attribute(TraceKeys.SPAN_LOG_LEVEL, 10L * random.nextInt(6))
                    .link(
                            new SpanLink(
                                    new TraceId(random.nextLong(), 1), 5, JsonValues.map(random)));
        }
        return span.build();
    }

    private static <T> T anyOf(final Random random, final T[] values) {
        return values[random.nextInt(values.length)];
    }
}
