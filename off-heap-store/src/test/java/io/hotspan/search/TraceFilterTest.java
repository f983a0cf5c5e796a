package io.hotspan.search;

import static io.hotspan.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceUpdates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFilterTest {
    private static final Trace TRACE =
            Trace.assemble(
                    List.of(
                            span(1, 0, "answer")
                                    .type("CHAIN")
                                    .startEpochNanos(1_000_000_000_000_000L)
                                    .endEpochNanos(1_000_000_150_900_000L)
                                    .inputs(Map.of("question", "What is \"a\" ring?"))
                                    .build(),
                            span(2, 1, "retrieve")
                                    .type("RETRIEVER")
                                    .attribute("index.name", "docs")
                                    .attribute("k", 3L)
                                    .attribute("tags", List.of("a", "b"))
                                    .attribute("nothing", null)
                                    .build(),
                            span(3, 1, "chat")
                                    .type("CHAT_MODEL")
                                    .status(SpanStatus.error("IllegalStateException: it's over"))
                                    .event(SpanEvent.at("retry", 1, Map.of("after", "100 ms")))
                                    .build()),
                    TraceUpdates.builder()
                            .tag("fruit", "pear")
                            .tag("app.version", "2.1")
                            .tag("a b", "c")
                            .tag("quote", "it's")
                            .metadata("2024", "x")
                            .sessionId("s-1")
                            .build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace.status = 'OK'",
                "status != 'ERROR'",
                "trace.status IN ('ERROR', \"OK\")",
                "trace.status NOT IN ('ERROR')",
                "trace.status LIKE 'O_'",
                "trace.timestamp_ms = 1000000000",
                "trace.timestamp_ms >= 1e9 AND trace.timestamp < 1000000000.5",
                "trace.timestamp_ms > -5",
                "trace.execution_time_ms = 150",
                "trace.execution_time != 151",
                "trace.end_time_ms <= 1000000150",
                "trace.name = 'answer'",
                "trace.name in ('x', 'answer')",
                "trace.request_id LIKE 'tr-66aa%'",
                "span.name = 'chat'",
                "span.type = 'RETRIEVER' AND trace.execution_time_ms > 100",
                "span.status = 'ERROR' and span.name = 'chat'",
                "span.attributes.index.name = 'docs'",
                "span.attributes.`index.name` LIKE 'd%'",
                "span.`attributes.k` = '3'",
                "span.attributes.k IS NOT NULL",
                "span.attributes.nothing = 'null'",
                "span.attributes.tags = '[\"a\", \"b\"]'",
                "span.attributes.mlflow.spanInputs LIKE '%question%'",
                "tag.fruit = 'pear'",
                "tags.app.version RLIKE '^2\\.'",
                "tag.`app.version` != '1'",
                "tag.`a b` = 'c'",
                "tag.\"a b\" = 'c'",
                "tag.quote = 'it''s'",
                "tag.quote = \"it's\"",
                "tag.none IS NULL",
                "tag.fruit is not null",
                "metadata.2024 = 'x'",
                "metadata.mlflow.trace.session = 's-1'",
                "request_metadata.none IS NULL",
                "trace.client_request_id IS NULL",
                "trace.text LIKE '%What is%'",
                "trace.text ILIKE '%WHAT IS%'",
                "trace.text RLIKE '\\d+ ms'",
                "trace.text LIKE '%it''s over%'",
                "trace.text LIKE '%\"index.name\": docs%'",
                "  trace.status='OK'\n AND\ttag.fruit='pear' ",
                "",
                " "
            })
    void theTraceIsFound(final String filter) {
        assertThat(TraceFilter.parse(filter).test(TRACE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace.status = 'ERROR'",
                "trace.status = 'OK' AND tag.fruit = 'apple'",
                "trace.timestamp_ms < 1000000000",
                "trace.execution_time_ms > 150.5",
                "trace.name = 'Answer'",
                "trace.name LIKE 'nswe'",
                "span.status = 'ERROR' AND span.name = 'retrieve'",
                "span.type = 'CHAIN' AND trace.text LIKE '%over%'",
                "span.attributes.none != 'x'",
                "span.attributes.none LIKE '%'",
                "tag.none != 'x'",
                "tag.none NOT IN ('x')",
                "tag.none LIKE '%'",
                "tag.fruit IS NULL",
                "tag.Fruit = 'pear'",
                "trace.text LIKE 'What'"
            })
    void theTraceIsNotFound(final String filter) {
        assertThat(TraceFilter.parse(filter).test(TRACE)).isFalse();
    }

    @Test
    void aTraceInProgressHasNoDuration() {
        final Trace open =
                Trace.assemble(
                        List.of(span(1, 0, "r").endEpochNanos(SpanData.OPEN).build()),
                        TraceUpdates.NONE);

        assertThat(TraceFilter.parse("trace.status = 'IN_PROGRESS'").test(open)).isTrue();
        assertThat(TraceFilter.parse("trace.execution_time_ms >= 0").test(open)).isFalse();
        assertThat(TraceFilter.parse("trace.execution_time_ms != 7").test(open)).isFalse();
        assertThat(TraceFilter.parse("trace.end_time_ms > 0").test(open)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "trace.foo = 'x' | 7 | expected one of trace.status, trace.name",
                "foo = 'x' | 1 | expected a field",
                "TRACE.name = 'x' | 1 | expected a field",
                "span.id = 'x' | 6 | span.attributes.<key>",
                "span.attributes. = 'x' | 18 | expected a key",
                "feedback.x = 'y' | 1 | expected a field",
                "= 'x' | 1 | expected a field",
                "trace.name 'x' | 12 | expected = != LIKE ILIKE RLIKE IN",
                "trace.name | 11 | but found the end of the filter",
                "trace.name == 'x' | 13 | expected a text in quotes",
                "trace.name <> 'x' | 12 | expected = != LIKE",
                "trace.name > 'x' | 12 | expected = != LIKE",
                "trace.name = x | 14 | expected a text in quotes",
                "trace.name = 5 | 14 | but found the number 5",
                "trace.name = 'x | 14 | has no end",
                "trace.name = 'x' trace.status = 'OK' | 18 | expected AND or the end",
                "trace.name = 'x' OR trace.name = 'y' | 18 | there is no OR",
                "trace.name = 'x' AND | 21 | expected a field",
                "trace.name = 'x'; | 17 | has no meaning here",
                "(trace.name = 'x') | 1 | expected a field",
                "trace.name IN 'x' | 15 | expected a list",
                "trace.name IN () | 16 | expected a text in quotes",
                "trace.name IN ('x' 'y') | 20 | expected a comma or )",
                "trace.name IN ('x', | 20 | but found the end",
                "trace.name NOT LIKE 'x' | 16 | expected IN after NOT",
                "trace.name RLIKE '[a' | 18 | not a regular expression: Unclosed character class",
                "trace.status = 'ok' | 16 | expected 'OK', 'ERROR' or 'IN_PROGRESS'",
                "trace.status IS NULL | 14 | expected = != LIKE",
                "tag.x IS 'y' | 10 | expected NULL or NOT NULL",
                "tag.x IS NOT 'y' | 14 | expected NULL,",
                "trace.timestamp_ms = '5' | 22 | expected a number",
                "trace.timestamp_ms LIKE '5' | 20 | expected = != < > <= or >=",
                "trace.timestamp_ms > 5x | 22 | ends in a letter",
                "trace.timestamp_ms > 1.2.3 | 22 | 1.2.3 is not a number",
                "trace.timestamp_ms > 1e999 | 22 | is not a number",
                "trace.timestamp_ms IN (1, 2) | 20 | expected = !=",
                "trace.text = 'x' | 12 | expected LIKE, ILIKE or RLIKE"
            })
    void anErrorSaysWhereAndWhatWasExpected(
            final String filter, final int column, final String message) {
        assertThatThrownBy(() -> TraceFilter.parse(filter))
                .isInstanceOf(FilterSyntaxException.class)
                .hasMessageStartingWith("column " + column + ":")
                .hasMessageContaining(message)
                .extracting(e -> ((FilterSyntaxException) e).column())
                .isEqualTo(column);
    }

    @Test
    void anErrorPointsAtThePlace() {
        assertThatThrownBy(() -> TraceFilter.parse("trace.name = x"))
                .hasMessage(
                        """
                        column 14: expected a text in quotes to compare trace.name with, but found "x"
                          trace.name = x
                                       ^\
                        """);
    }

    @Test
    void aRegularExpressionThatNeedsTooMuchStackIsReported() {
        final TraceFilter filter = TraceFilter.parse("trace.text RLIKE '(a|b)*c'");
        final Trace trace =
                Trace.assemble(
                        List.of(span(1, 0, "r").inputs("ab".repeat(500_000)).build()),
                        TraceUpdates.NONE);

        assertThatThrownBy(() -> filter.test(trace))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(a|b)*c");
    }

    @Test
    void aFilterShowsItsText() {
        assertThat(TraceFilter.parse("status = 'OK'")).hasToString("status = 'OK'");
    }
}
