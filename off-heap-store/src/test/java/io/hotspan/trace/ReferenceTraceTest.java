package io.hotspan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from, written as and concluded of the traces that the reference itself made. */
class ReferenceTraceTest {
    /** Python writes these bare, which is no JSON; Hotspan writes them as strings. */
    private static final String NOT_FINITE = "not_finite";

    static Stream<ReferenceTraces.Case> cases() {
        return ReferenceTraces.all().stream()
                .filter(c -> c.trace() != null && !c.name().equals(NOT_FINITE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTraceIsWrittenAsItWasRead(final ReferenceTraces.Case reference) {
        final Object written = Json.read(Trace.fromJson(reference.traceJson()).toJson());

        assertThat(Json.equal(written, reference.trace()))
                .as("%s\n%s", Json.write(written), reference.traceJson())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theInformationFollowsFromTheSpans(final ReferenceTraces.Case reference) {
        final Trace trace = Trace.fromJson(reference.traceJson());

        final Trace assembled = Trace.assemble(trace.spans(), updatesOf(reference.name()));

        assertThat(assembled.info())
                .usingRecursiveComparison()
                .ignoringFields("executionDurationMillis")
                .isEqualTo(trace.info());
        // the reference's store rounds both ends down, and may then be off by one
        assertThat(
                        trace.info().executionDurationMillis()
                                - assembled.info().executionDurationMillis())
                .isBetween(0L, 1L);
    }

    @Test
    void numbersThatAreNotFiniteAreReadAsStrings() {
        final Trace trace = read(NOT_FINITE);

        assertThat(trace.root().inputs()).isEqualTo(List.of("NaN", "Infinity", "-Infinity"));
        assertThat(trace.root().attributes()).containsEntry("nan", "NaN");
        assertThat(trace.toJson())
                .contains(
                        "\"mlflow.spanInputs\": \"[\\\"NaN\\\", \\\"Infinity\\\","
                                + " \\\"-Infinity\\\"]\"");
    }

    @Test
    void spansComeWithEverything() {
        final Trace trace = read("documents");
        final SpanData span = trace.root();

        assertThat(span.name()).isEqualTo("retrieve");
        assertThat(span.type()).isEqualTo("RETRIEVER");
        assertThat(span.parentSpanId()).isNull();
        assertThat(span.traceId()).isEqualTo(trace.traceId());
        assertThat(span.inputs()).isEqualTo(Map.of("query", "what is a ring?"));
        final Map<?, ?> first = (Map<?, ?>) ((List<?>) span.outputs()).get(0);
        assertThat(first.get("page_content")).isEqualTo("A ring is …");
        assertThat(first.containsKey("id")).isTrue();
        assertThat(span.attributes()).isEmpty();
        assertThat(span.isOpen()).isFalse();
    }

    @Test
    void aThrownErrorIsOnEachSpanItPassed() {
        final Trace trace = read("an_exception_through_three_levels");

        assertThat(TraceTree.compact(trace))
                .isEqualTo(
                        """
                        outer ERROR ValueError: bad value
                          middle ERROR ValueError: bad value
                            inner ERROR ValueError: bad value
                        """);
        assertThat(trace.spans())
                .allSatisfy(
                        span ->
                                assertThat(span.events())
                                        .extracting(SpanEvent::name)
                                        .containsExactly("exception"));
    }

    @Test
    void nullIsToldFromNothing() {
        final SpanData nulls = read("null_is_a_value").root();
        final SpanData bare = read("a_span_without_anything").root();

        assertThat(nulls.hasInputs()).isTrue();
        assertThat(nulls.inputs()).isNull();
        assertThat(nulls.attributes()).containsEntry("nothing", null);
        assertThat(bare.hasInputs()).isFalse();
        assertThat(bare.hasOutputs()).isFalse();
    }

    private static Trace read(final String name) {
        return Trace.fromJson(ReferenceTraces.named(name).traceJson());
    }

    /** What the case's program said of its trace; see make_reference.py. */
    private static TraceUpdates updatesOf(final String name) {
        final TraceUpdates.Builder updates = TraceUpdates.builder();
        switch (name) {
            case "trace_level_updates_from_five_levels_deep" ->
                    updates.tag("fruit", "apple")
                            .tag("mlflow.note", "n")
                            .metadata("build", "17")
                            .clientRequestId("req-12345")
                            .sessionId("session-1")
                            .userId("user-1")
                            .tag("fruit", "pear");
            case "previews_given" ->
                    updates.requestPreview("in short").responsePreview("out short");
            case "a_state_given_by_the_program" -> updates.state(TraceState.ERROR);
            case "text_beyond_ascii" -> updates.tag("ключ", "значение");
            default -> {}
        }
        return updates.build();
    }
}
