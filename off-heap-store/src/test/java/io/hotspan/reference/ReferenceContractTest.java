package io.hotspan.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.json.Json;
import io.hotspan.trace.ReferenceTraces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each case of the reference with Hotspan, through rings and journal, and compares the JSON of
 * the replayed trace with the reference's own. Only where the semantics differ on purpose, or the
 * reference cannot give the trace, is something else expected, and said here.
 */
class ReferenceContractTest {
    private static final Map<String, Program> PROGRAMS = programs();

    @RegisterExtension final JournalFixture journal = new JournalFixture();

    static Stream<ReferenceTraces.Case> cases() {
        return ReferenceTraces.all().stream().filter(reference -> reference.trace() != null);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReplayedTraceIsTheReferencesOwn(final ReferenceTraces.Case reference) {
        final Map<String, Object> expected = ComparableTrace.of(reference.trace());
        departFrom(reference.name(), expected);

        final Map<String, Object> replayed = run(reference.name());

        // as texts first, since their difference can be read
        assertThat(Json.write(sorted(replayed))).isEqualTo(Json.write(sorted(expected)));
    }

    @Test
    void everyCaseHasAProgram() {
        assertThat(PROGRAMS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ReferenceTraces.all().stream().map(ReferenceTraces.Case::name).toList());
    }

    @Test
    void moreThan128AttributesAndEventsAreAllKept() {
        final Map<?, ?> span = spans(run("more_than_128_attributes_and_events")).get(0);

        assertThat((Map<?, ?>) span.get("attributes")).hasSize(150 + 2);
        assertThat((List<?>) span.get("events")).hasSize(150);
    }

    @Test
    void aChildThatNeverEndsIsShownOpenWithWhatItHad() {
        final Map<String, Object> trace = run("a_child_that_never_ends");

        assertThat(((Map<?, ?>) trace.get("info")).get("state")).isEqualTo("OK");
        final Map<?, ?> child = spans(trace).get(1);
        assertThat(child.get("end_time_unix_nano")).isNull();
        assertThat(((Map<?, ?>) child.get("attributes")).get("mlflow.spanInputs"))
                .isEqualTo("{\"waiting\": true}");
    }

    @Test
    void aRootThatNeverEndsLeavesItsTraceInProgress() {
        final Map<String, Object> trace = run("a_root_that_never_ends");

        assertThat(((Map<?, ?>) trace.get("info")).get("state")).isEqualTo("IN_PROGRESS");
        assertThat(spans(trace)).hasSize(2);
        assertThat(((Map<?, ?>) spans(trace).get(0).get("attributes")).get("mlflow.spanInputs"))
                .isEqualTo("{\"a\": 1}");
    }

    private Map<String, Object> run(final String name) {
        final String given = PROGRAMS.get(name).run(journal.tracer());
        final String id = given == null ? journal.hotspan().lastTraceId().orElseThrow() : given;
        return ComparableTrace.of((Map<?, ?>) Json.read(journal.replayed(id).toJson()));
    }

    /** What the semantics say where the reference does otherwise; see its notes. */
    private static void departFrom(final String name, final Map<String, Object> expected) {
        final Map<?, ?> span = spans(expected).get(0);
        @SuppressWarnings("unchecked")
        final Map<String, Object> info = (Map<String, Object>) expected.get("info");
        switch (name) {
            case "ok_then_an_exception" -> {
                put(span, "status", status("STATUS_CODE_ERROR", "ValueError: after OK"));
                info.put("state", "ERROR");
            }
            case "error_then_a_normal_return" -> {
                put(span, "status", status("STATUS_CODE_OK", ""));
                info.put("state", "OK");
            }
            case "not_finite" -> {
                // Python writes these bare, which is no JSON
                put(span, "attributes", notFiniteAsText(span));
                final String inputs = "[\"NaN\", \"Infinity\", \"-Infinity\"]";
                info.put("request_preview", inputs);
                put((Map<?, ?>) info.get("trace_metadata"), "mlflow.traceInputs", inputs);
            }
            case "attributes_of_every_kind" ->
                    // the reference does not quote a text that is JSON: it comes back as a map
                    put(
                            (Map<?, ?>) span.get("attributes"),
                            "json text",
                            "\"{\\\"looks\\\": \\\"like json\\\"}\"");
            case "preview_of_chat_completions" ->
                    // the reference copies a chat model's name there from its inputs
                    ((Map<?, ?>) span.get("attributes")).remove("mlflow.llm.model");
            default -> {}
        }
    }

    private static Map<String, Object> notFiniteAsText(final Map<?, ?> span) {
        final Map<String, Object> attributes = ComparableTrace.copy(span.get("attributes"));
        attributes.put("mlflow.spanInputs", "[\"NaN\", \"Infinity\", \"-Infinity\"]");
        attributes.put("nan", "\"NaN\"");
        return attributes;
    }

    private static Map<String, Object> status(final String code, final String message) {
        return Map.of("code", code, "message", message);
    }

    @SuppressWarnings("unchecked")
    private static void put(final Map<?, ?> map, final String key, final Object value) {
        ((Map<String, Object>) map).put(key, value);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> spans(final Map<String, Object> trace) {
        return (List<Map<?, ?>>) trace.get("spans");
    }

    private static Object sorted(final Object value) {
        if (value instanceof Map<?, ?> map) {
            final Map<Object, Object> sorted = new java.util.TreeMap<>();
            map.forEach((key, entry) -> sorted.put(key, sorted(entry)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(ReferenceContractTest::sorted).toList()
                : value;
    }

    private static Map<String, Program> programs() {
        final Map<String, Program> programs = new HashMap<>(SpanPrograms.all());
        programs.putAll(LifePrograms.all());
        programs.putAll(TracePrograms.all());
        return programs;
    }
}
