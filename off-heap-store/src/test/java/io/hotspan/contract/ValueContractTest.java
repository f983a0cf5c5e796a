package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.json.Json;
import io.hotspan.model.Document;
import io.hotspan.model.SpanType;
import io.hotspan.model.StatusCode;
import io.hotspan.trace.SpanData;
import io.hotspan.tracing.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any value is an attribute, an input, an output; it comes back as JSON that says the same. */
class ValueContractTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    record Point(int x, int y) {}

    record Order(String id, List<Point> points, Point home) {}

    /** A bean. */
    public static final class Customer {
        public String getName() {
            return "Ada";
        }

        public boolean isActive() {
            return true;
        }

        public Optional<String> getCity() {
            return Optional.empty();
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("null", null, "null"),
                Arguments.of("a truth value", true, "true"),
                Arguments.of("an int", 1, "1"),
                Arguments.of("a long", Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of("a double", 1.5, "1.5"),
                Arguments.of("a float", 0.1f, "0.1"),
                Arguments.of("a character", 'c', "\"c\""),
                Arguments.of("NaN", Double.NaN, "\"NaN\""),
                Arguments.of("infinity", Double.NEGATIVE_INFINITY, "\"-Infinity\""),
                Arguments.of("a text", "say \"hi\" ✓", "\"say \\\"hi\\\" ✓\""),
                Arguments.of("an enum", StatusCode.ERROR, "\"ERROR\""),
                Arguments.of("a record", new Point(1, 2), "{\"x\": 1, \"y\": 2}"),
                Arguments.of(
                        "a record of records",
                        new Order("o", List.of(new Point(1, 2)), null),
                        "{\"id\": \"o\", \"points\": [{\"x\": 1, \"y\": 2}], \"home\": null}"),
                Arguments.of("an array of ints", new int[] {1, 2}, "[1, 2]"),
                Arguments.of("an array of longs", new long[] {3}, "[3]"),
                Arguments.of("an array of doubles", new double[] {0.5}, "[0.5]"),
                Arguments.of("an array of truth values", new boolean[] {true}, "[true]"),
                Arguments.of("an array of texts", new String[] {"a", null}, "[\"a\", null]"),
                Arguments.of("an array of arrays", new int[][] {{1}, {}}, "[[1], []]"),
                Arguments.of("a list", Arrays.asList(1, null, "x"), "[1, null, \"x\"]"),
                Arguments.of("a set", Set.of("only"), "[\"only\"]"),
                Arguments.of("a queue", new ArrayDeque<>(List.of(1, 2)), "[1, 2]"),
                Arguments.of("an empty map", Map.of(), "{}"),
                Arguments.of(
                        "a map", new TreeMap<>(Map.of("b", 2, "a", 1)), "{\"a\": 1, \"b\": 2}"),
                Arguments.of("a map with a number for a key", Map.of(7, "x"), "{\"7\": \"x\"}"),
                Arguments.of(
                        "a map with an enum for a key", Map.of(StatusCode.OK, 1), "{\"OK\": 1}"),
                Arguments.of(
                        "a map with null for a key",
                        Collections.singletonMap(null, 1),
                        "{\"null\": 1}"),
                Arguments.of("an Optional", Optional.of("there"), "\"there\""),
                Arguments.of("an empty Optional", Optional.empty(), "null"),
                Arguments.of("an Instant", Instant.ofEpochSecond(1), "\"1970-01-01T00:00:01Z\""),
                Arguments.of("a Duration", Duration.ofSeconds(90), "\"PT1M30S\""),
                Arguments.of("bytes", new byte[] {1, 2, 3}, "\"AQID\""),
                Arguments.of("a UUID", new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""),
                Arguments.of(
                        "a document",
                        new Document("p", Map.of(), null),
                        "{\"page_content\": \"p\", \"metadata\": {}, \"id\": null}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void aValueIsItsJson(final String name, final Object value, final String json) {
        try (Span span = journal.tracer().startSpan("span", SpanType.TOOL)) {
            span.setInputs(value).setOutputs(value).setAttribute("key", value);
            span.addEvent("event", Collections.singletonMap("key", value));
        }

        assertThat(attributesInJson())
                .containsEntry("mlflow.spanInputs", json)
                .containsEntry("mlflow.spanOutputs", json)
                .containsEntry("key", json);
    }

    @Test
    void aPrimitiveIsTheJsonOfItsWrapper() {
        try (Span span = journal.tracer().startSpan("span")) {
            span.setAttribute("char", 'c').setAttribute("float", 0.1f);
            span.setAttribute("byte", (byte) -1).setAttribute("short", (short) 2);
            span.setAttribute("int", 3);
        }

        assertThat(attributesInJson())
                .containsEntry("char", "\"c\"")
                .containsEntry("float", "0.1")
                .containsEntry("byte", "-1")
                .containsEntry("short", "2")
                .containsEntry("int", "3");
    }

    private Map<String, Object> attributesInJson() {
        final Map<?, ?> trace = (Map<?, ?>) Json.read(journal.replayed().toJson());
        final List<?> spans = (List<?>) ((Map<?, ?>) trace.get("data")).get("spans");
        final Map<String, Object> attributes = new HashMap<>();
        ((Map<?, ?>) ((Map<?, ?>) spans.get(0)).get("attributes"))
                .forEach((key, value) -> attributes.put((String) key, value));
        return attributes;
    }

    @Test
    void aBeanIsWhatItsAccessorsGive() {
        try (Span span = journal.tracer().startSpan("span")) {
            span.setInputs(new Customer());
        }

        final Map<String, Object> expected = new HashMap<>();
        expected.put("name", "Ada");
        expected.put("active", true);
        expected.put("city", null);
        assertThat(journal.replayedSpan("span").inputs()).isEqualTo(expected);
    }

    private SpanData recorded(final Object value) {
        try (Span span = journal.tracer().startSpan("span")) {
            span.setAttribute("before", 1).setInputs(value).setAttribute("after", 2);
        }
        final SpanData span = journal.replayedSpan("span");
        assertThat(span.attributes()).containsEntry("before", 1L).containsEntry("after", 2L);
        return span;
    }

    @Test
    void aValueInsideItselfIsMarkedWhereItComesAgain() {
        final List<Object> list = new ArrayList<>(List.of("first"));
        list.add(list);

        assertThat(recorded(list).inputs().toString()).startsWith("[first, <cycle");
    }

    @Test
    void tenThousandLevelsAreCutAndSayHowDeepTheyWere() {
        Object nested = "core";
        for (int i = 0; i < 10_000; i++) {
            nested = i % 2 == 0 ? Map.of("k", nested) : List.of(nested);
        }

        assertThat(recorded(nested).inputs().toString()).contains("nested deeper than 500");
        assertThat(journal.replayed().toJson()).contains("nested deeper than 500");
    }

    @Test
    void aTextThatThrowsBecomesATextThatSaysSo() {
        final Object hostile =
                new Object() {
                    @Override
                    public String toString() {
                        throw new IllegalStateException("never");
                    }
                };

        assertThat(recorded(Map.of("k", hostile)).inputs().toString())
                .contains("IllegalStateException");
    }

    @Test
    void aGetterThatThrowsCostsOnlyItself() {
        assertThat(recorded(new HalfBroken()).inputs().toString())
                .contains("good=1")
                .contains("ArrayIndexOutOfBoundsException");
    }

    /** A bean of which one accessor throws. */
    public static final class HalfBroken {
        private final int[] parts = {1};

        public int getGood() {
            return parts[0];
        }

        public int getBad() {
            return parts[1];
        }
    }

    @Test
    void aMapThatChangesWhileItIsReadIsTakenAsFarAsItGoes() {
        final Map<Object, Object> changing = new LinkedHashMap<>();
        changing.put("first", 1);
        changing.put(
                "second",
                new Object() {
                    @Override
                    public String toString() {
                        changing.put("third", 3);
                        return "changed it";
                    }
                });
        changing.put("last", 2);

        assertThat(recorded(changing).inputs().toString())
                .contains("first=1")
                .contains("ConcurrentModificationException");
    }

    @Test
    void aMapThatThrowsReachesNobody() {
        final Map<String, Object> hostile =
                new AbstractMap<>() {
                    @Override
                    public Set<Entry<String, Object>> entrySet() {
                        throw new IllegalStateException("no entries");
                    }
                };
        try (Span span = journal.tracer().spanBuilder("built").attributes(hostile).start()) {
            span.setAttributes(hostile).addEvent("event", hostile);
        }

        assertThat(journal.replayedSpan("built").attributes().toString())
                .contains("IllegalStateException");
    }

    @Test
    @SuppressWarnings("unchecked") // as parsers do that return a Map<String, Object>
    void attributesWhoseKeysAreNoTextsAreTakenAll() {
        final Map<Object, Object> parsed = new LinkedHashMap<>();
        parsed.put(7, "seven");
        parsed.put("k", "v");
        try (Span span = journal.tracer().startSpan("odd")) {
            span.setAttributes((Map<String, Object>) (Map<?, ?>) parsed);
        }

        assertThat(journal.replayedSpan("odd").attributes())
                .isEqualTo(Map.of("7", "seven", "k", "v"));
    }

    @Test
    void whatALimitCutsIsCountedOnItsSpan() {
        Object deep = "bottom";
        for (int i = 0; i < 1_000; i++) {
            deep = List.of(deep);
        }
        try (Span span = journal.tracer().startSpan("cut")) {
            span.setInputs(deep).addEvent("event", Map.of("key", deep)).setAttribute("whole", 1);
            span.addEvent("no attributes").setName("cut");
        }

        assertThat(journal.replayedSpan("cut").droppedRecords()).isEqualTo(2);
    }

    @Test
    void whatALimitCutsIsCountedOnADetachedSpan() {
        Object deep = "bottom";
        for (int i = 0; i < 1_000; i++) {
            deep = List.of(deep);
        }
        journal.tracer().startDetachedSpan("cut").setInputs(deep).setOutputs(1).end();

        assertThat(journal.replayedSpan("cut").droppedRecords()).isEqualTo(1);
    }

    @Test
    void aLargeTextIsWhole() {
        final String text = "0123456789abcde\n".repeat(1 << 18); // 4 MiB, more than a ring holds

        assertThat(recorded(Map.of("prompt", text)).inputs()).isEqualTo(Map.of("prompt", text));
    }

    @Test
    @Tag("slow")
    void sixtyFourMebibytesAreWhole() {
        final String text = "0123456789abcde\n".repeat(64 << 16);
        assertThat(text).hasSize(64 << 20);

        final SpanData span = recorded(text);
        assertThat(text.equals(span.inputs())).isTrue(); // no picture of a difference
        assertThat(span.droppedRecords()).isZero();
    }

    @Test
    @Tag("slow")
    void beyondThatTheCutIsMarkedAndTheProgramGoesOn() {
        final SpanData span = recorded("x".repeat(80 << 20));

        assertThat((String) span.inputs()).startsWith("xxx").hasSizeGreaterThan(64 << 20);
        assertThat(((String) span.inputs()).substring((64 << 20) - 10)).contains("<cut");
        assertThat(span.droppedRecords()).isEqualTo(1);
    }
}
