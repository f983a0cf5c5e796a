package io.hotspan.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hotspan.genai.ModelOperation;
import io.hotspan.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Answers are rebuilt however they are cut, and nothing that a server sends can break it. */
class StreamedAnswerPropertyTest {
    @Property(tries = 50)
    void aTextIsWholeHoweverItIsCut(@ForAll final List<String> pieces) {
        final StreamedAnswer answer = StreamedAnswer.of(ModelOperation.CHAT);
        answer.add(chunk(Map.of("role", "assistant", "content", "")));
        pieces.forEach(piece -> answer.add(chunk(Map.of("content", piece))));

        assertThat(content(answer)).hasToString(String.join("", pieces));
    }

    @Property(tries = 100)
    void noChunkWhateverItHoldsBreaksIt(
            @ForAll final ModelOperation operation,
            @ForAll("chunks") final List<Map<String, Object>> chunks) {
        final StreamedAnswer answer = StreamedAnswer.of(operation);

        assertThatCode(
                        () -> {
                            for (final Map<String, Object> chunk : chunks) {
                                answer.add(new JsonTree().fields(Json.write(chunk)));
                                answer.answer();
                            }
                        })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> chunks() {
        final Arbitrary<String> keys =
                Arbitraries.of(
                        "choices",
                        "delta",
                        "index",
                        "text",
                        "tool_calls",
                        "role",
                        "response",
                        "output",
                        "item",
                        "part",
                        "content",
                        "output_index",
                        "content_index",
                        "summary",
                        "arguments");
        final Arbitrary<Object> leaves =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(-1, 3).map(number -> (Object) number),
                        Arbitraries.of("a", "", "type").map(text -> (Object) text),
                        Arbitraries.just(true).map(truth -> (Object) truth));
        final Arbitrary<Object> values =
                Arbitraries.recursive(
                        () -> leaves,
                        inner ->
                                Arbitraries.oneOf(
                                        inner,
                                        inner.list().ofMaxSize(3).map(list -> (Object) list),
                                        Arbitraries.maps(keys, inner)
                                                .ofMaxSize(4)
                                                .map(map -> (Object) map)),
                        3);
        final Arbitrary<String> types =
                Arbitraries.of(
                        "response.created",
                        "response.output_item.added",
                        "response.output_item.done",
                        "response.content_part.added",
                        "response.output_text.delta",
                        "response.refusal.delta",
                        "response.function_call_arguments.delta",
                        "response.reasoning_summary_part.added",
                        "response.reasoning_summary_text.delta");
        return Combinators.combine(Arbitraries.maps(keys, values).ofMaxSize(6), types)
                .as(StreamedAnswerPropertyTest::typed)
                .list()
                .ofMaxSize(12);
    }

    private static Map<String, Object> typed(final Map<String, Object> fields, final String type) {
        final Map<String, Object> chunk = new LinkedHashMap<>(fields);
        chunk.put("type", type);
        return chunk;
    }

    private static Map<String, Object> chunk(final Map<String, Object> delta) {
        return new LinkedHashMap<>(
                Map.of(
                        "choices",
                        List.of(
                                new LinkedHashMap<>(
                                        Map.of("index", 0, "delta", new LinkedHashMap<>(delta))))));
    }

    private static Object content(final StreamedAnswer answer) {
        final Object choice = ((List<?>) answer.answer().get("choices")).get(0);
        return ((Map<?, ?>) ((Map<?, ?>) choice).get("message")).get("content");
    }
}
