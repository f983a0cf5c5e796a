package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.JournalFixture;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.search.FilterSyntaxException;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanQuery;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.Span;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans found in a trace, and traces in a journal. */
class SearchContractTest {
    private static final long MILLI = 1_000_000;

    @RegisterExtension final JournalFixture journal = new JournalFixture();

    private long startMillis;

    /** A trace "answer" of 150 ms with a RETRIEVER, and one "refuse" of 20 ms that failed. */
    @BeforeEach
    void record() {
        startMillis = 1_761_106_494_524L;
        try (Span root =
                journal.tracer()
                        .spanBuilder("answer")
                        .type(SpanType.CHAIN)
                        .inputs(Map.of("question", "What is a ring?"))
                        .startTime(startMillis * MILLI)
                        .start()) {
            journal.tracer()
                    .startSpan("retrieve", SpanType.RETRIEVER)
                    .setAttribute("index.name", "docs")
                    .setAttribute("k", 3)
                    .close();
            journal.tracer().currentTrace().setTag("app.version", "2.1").setSessionId("s-1");
            root.endAt((startMillis + 150) * MILLI);
        }
        try (Span root =
                journal.tracer()
                        .spanBuilder("refuse")
                        .startTime((startMillis + 1_000) * MILLI)
                        .start()) {
            root.setStatus(SpanStatus.error("no"));
            journal.tracer().currentTrace().setMetadata("build", "17").setTag("fruit", "pear");
            root.endAt((startMillis + 1_020) * MILLI);
        }
    }

    private List<String> found(final String filter) {
        journal.hotspan().flush();
        return journal.hotspan().traces().search(filter).stream()
                .map(trace -> trace.root().name())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace.status = 'OK'",
                "trace.status != 'ERROR'",
                "trace.timestamp_ms = 1761106494524",
                "trace.timestamp_ms < 1761106495524",
                "trace.execution_time_ms > 100",
                "trace.execution_time_ms >= 150 AND trace.execution_time_ms <= 150",
                "trace.name = 'answer'",
                "trace.name IN ('answer', 'other')",
                "span.name = 'retrieve'",
                "span.type = 'RETRIEVER' AND trace.execution_time_ms > 100",
                "span.status = 'OK'",
                "span.attributes.k = '3'",
                "span.attributes.`index.name` = 'docs'",
                "span.attributes.index.name LIKE 'd%'",
                "tag.`app.version` RLIKE '^2\\.'",
                "metadata.mlflow.trace.session ILIKE 'S-_'",
                "trace.text LIKE '%What is a ring%'",
                "trace.text ILIKE '%what IS a RING%'"
            })
    void eachFieldAndOperatorFindsWhatItSays(final String filter) {
        assertThat(found(filter)).containsExactly("answer");
    }

    @Test
    void whatIsFoundComesNewestFirstAndWhole() {
        assertThat(found("")).containsExactly("refuse", "answer");
        assertThat(found("trace.timestamp_ms > 0")).containsExactly("refuse", "answer");
        final List<Trace> newest = journal.hotspan().traces().search("", 1);
        assertThat(newest).hasSize(1);
        assertThat(newest.get(0)).isEqualTo(journal.replayed(newest.get(0).traceId()));
    }

    @Test
    void whereNothingMatchesTheListIsEmpty() {
        assertThat(found("span.type = 'RETRIEVER' AND trace.execution_time_ms > 150")).isEmpty();
        assertThat(found("tag.fruit != 'pear'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "trace.stat = 'OK'                      | 7  | trace.status",
                "span.type == 'LLM'                     | 12 | a text in quotes",
                "span.type = LLM                        | 13 | a text in quotes",
                "trace.name = 'a' OR trace.name = 'b'   | 18 | there is no OR",
                "trace.name = 'a' trace.name = 'b'      | 18 | AND or the end",
                "trace.execution_time_ms LIKE '1%'      | 25 | = != < > <= or >=",
                "trace.name = 'a' AND                   | 21 | a field",
                "trace.name = 'a                        | 14 | has no end",
                "trace.name RLIKE '('                   | 18 | not a regular expression",
                "trace.status = 'FINE'                  | 16 | 'IN_PROGRESS'"
            })
    void aMistakeSaysWhereItIsAndWhatWasExpected(
            final String filter, final int column, final String expected) {
        assertThatThrownBy(() -> journal.hotspan().traces().search(filter))
                .isInstanceOfSatisfying(
                        FilterSyntaxException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining("column " + column)
                .hasMessageContaining(expected);
    }

    private Trace answer() {
        journal.hotspan().flush();
        return journal.hotspan().traces().search("trace.name = 'answer'").get(0);
    }

    private List<String> names(final SpanQuery query) {
        return answer().searchSpans(query).stream().map(SpanData::name).toList();
    }

    @Test
    void spansAreFoundByType() {
        assertThat(names(SpanQuery.builder().type(SpanType.RETRIEVER).build()))
                .containsExactly("retrieve");
    }

    @Test
    void spansAreFoundByTheirExactName() {
        assertThat(names(SpanQuery.builder().name("retrieve").build())).containsExactly("retrieve");
        assertThat(names(SpanQuery.builder().name("retriev").build())).isEmpty();
    }

    @Test
    void spansAreFoundByAPatternAnywhereInTheirName() {
        assertThat(names(SpanQuery.builder().name(Pattern.compile("e")).build()))
                .containsExactly("answer", "retrieve");
        assertThat(names(SpanQuery.builder().name(Pattern.compile("^r.*v")).build()))
                .containsExactly("retrieve");
    }

    @Test
    void spansAreFoundByTheirId() {
        final String id = answer().spans().get(1).spanId();

        assertThat(names(SpanQuery.builder().spanId(id).build())).containsExactly("retrieve");
    }

    @Test
    void allThatIsAskedForMustHold() {
        assertThat(names(SpanQuery.builder().type(SpanType.CHAIN).name("retrieve").build()))
                .isEmpty();
        assertThat(names(SpanQuery.ALL)).containsExactly("answer", "retrieve");
    }
}
