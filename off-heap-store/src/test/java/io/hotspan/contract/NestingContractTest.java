package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.model.Document;
import io.hotspan.model.SpanType;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanLink;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which span hangs on which, and what each of them carries. */
class NestingContractTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    @Test
    void nestedSpansKeepTheirInputsAndOutputs() {
        journal.tracer()
                .trace(
                        "outer",
                        SpanType.CHAIN,
                        outer -> {
                            outer.setInputs(Map.of("x", 1));
                            journal.tracer()
                                    .trace(
                                            "inner",
                                            SpanType.TOOL,
                                            inner -> {
                                                inner.setInputs(Map.of("x", 2));
                                                inner.setOutputs(List.of(4));
                                            });
                            outer.setOutputs("done");
                        });

        assertThat(journal.replayedTree()).isEqualTo("outer OK\n  inner OK\n");
        final Trace trace = journal.replayed();
        assertThat(trace.spans()).extracting(SpanData::type).containsExactly("CHAIN", "TOOL");
        assertThat(trace.spans())
                .extracting(SpanData::inputs)
                .containsExactly(Map.of("x", 1L), Map.of("x", 2L));
        assertThat(trace.spans())
                .extracting(SpanData::outputs)
                .containsExactly("done", List.of(4L));
    }

    @Test
    void twoChildrenOfTheSameNameAreTwoSpans() {
        try (Span root = journal.tracer().startSpan("root")) {
            journal.tracer().startSpan("same").setAttribute("i", 1).close();
            journal.tracer().startSpan("same").setAttribute("i", 2).close();
        }

        final List<SpanData> spans = journal.replayed().spans();
        assertThat(spans).extracting(SpanData::name).containsExactly("root", "same", "same");
        assertThat(spans.get(1).spanId()).isNotEqualTo(spans.get(2).spanId());
        assertThat(spans.get(1).attributes()).containsEntry("i", 1L);
        assertThat(spans.get(2).attributes()).containsEntry("i", 2L);
    }

    @Test
    void inputsNeedNotBeAMap() {
        final List<Object> given = new ArrayList<>();
        try (Span root = journal.tracer().startSpan("root")) {
            for (final Object value : Arrays.asList("text", 42L, 1.5, true, null, List.of("a"))) {
                journal.tracer().startSpan("child").setInputs(value).close();
                given.add(value);
            }
        }

        assertThat(journal.replayed().spans().subList(1, 7))
                .allMatch(SpanData::hasInputs)
                .extracting(SpanData::inputs)
                .containsExactlyElementsOf(given);
    }

    @Test
    void aSpanWithoutInputsHasNone() {
        journal.tracer().startSpan("bare").close();

        final SpanData span = journal.replayedSpan("bare");
        assertThat(span.hasInputs()).isFalse();
        assertThat(span.hasOutputs()).isFalse();
        assertThat(span.type()).isEqualTo(SpanType.UNKNOWN);
        assertThat(span.attributes()).isEmpty();
    }

    @Test
    void aBuilderGivesASpanEverythingAtOnce() {
        final Context other;
        try (Span elsewhere = journal.tracer().startSpan("elsewhere")) {
            other = elsewhere.context();
        }
        final Map<String, Object> more = new HashMap<>();
        more.put(null, "null key");
        try (Span parent = journal.tracer().startSpan("parent")) {
            final Context below = parent.context();
            try (Span current = journal.tracer().startSpan("current")) {
                journal.tracer()
                        .spanBuilder("built")
                        .type(SpanType.RERANKER)
                        .inputs(null)
                        .attribute("k", 1)
                        .attributes(more)
                        .parent(below)
                        .link(other, Map.of("why", "because"))
                        .startTime(1_761_106_494_524_157_000L)
                        .start()
                        .close();
            }
        }

        final Trace trace = journal.replayedAll().get(1);
        final SpanData built = trace.spans().get(0); // it began earliest
        assertThat(built.name()).isEqualTo("built");
        assertThat(built.type()).isEqualTo("RERANKER");
        assertThat(built.hasInputs()).isTrue();
        assertThat(built.inputs()).isNull();
        assertThat(built.attributes())
                .containsExactly(Map.entry("k", 1L), Map.entry("null", "null key"));
        assertThat(built.parentSpanId()).isEqualTo(trace.root().spanId());
        assertThat(built.startEpochNanos()).isEqualTo(1_761_106_494_524_157_000L);
        final SpanLink link = built.links().get(0);
        assertThat(link.traceId().toString()).isEqualTo(other.traceId());
        assertThat(link.spanIdHex()).isEqualTo(other.spanId());
        assertThat(link.attributes()).isEqualTo(Map.of("why", "because"));
    }

    @Test
    void blocksAndSpansByHandMixOnAnyLevel() {
        journal.tracer()
                .trace(
                        "block",
                        block -> {
                            try (Span hand = journal.tracer().startSpan("hand")) {
                                final DetachedSpan detached =
                                        journal.tracer().startDetachedSpan("detached");
                                journal.tracer().trace("inner", inner -> {});
                                journal.tracer()
                                        .spanBuilder("below")
                                        .parent(detached)
                                        .trace(b -> {});
                                detached.end();
                            }
                        });

        assertThat(journal.replayedTree())
                .isEqualTo("block OK\n  hand OK\n    detached OK\n      below OK\n    inner OK\n");
    }

    @Test
    void spansStandInTheOrderInWhichTheyStarted() {
        try (Span root = journal.tracer().startSpan("root")) {
            try (Span a = journal.tracer().startSpan("a")) {
                journal.tracer().startSpan("b").close();
            }
            journal.tracer().startSpan("c").close();
        }

        assertThat(journal.replayed().spans())
                .extracting(SpanData::name)
                .containsExactly("root", "a", "b", "c");
    }

    @Test
    void theCurrentSpanIsTheInnermostAndANoOpWhereThereIsNone() {
        journal.tracer().currentSpan().setAttribute("nowhere", 1).setStatus("ERROR");
        try (Span root = journal.tracer().startSpan("root")) {
            journal.tracer()
                    .trace(
                            "inner",
                            inner -> {
                                journal.tracer().currentSpan().setAttribute("here", 1);
                            });
            journal.tracer().currentSpan().setAttribute("there", 2);
        }

        assertThat(journal.replayedSpan("inner").attributes()).containsOnlyKeys("here");
        assertThat(journal.replayedSpan("root").attributes()).containsOnlyKeys("there");
    }

    @Test
    void documentsAreTheOutputsOfARetriever() {
        journal.tracer()
                .trace(
                        "retrieve",
                        SpanType.RETRIEVER,
                        span -> {
                            span.setOutputs(
                                    List.of(
                                            new Document(
                                                    "text",
                                                    Map.of(
                                                            "doc_uri",
                                                            "a.md",
                                                            "relevance_score",
                                                            0.5),
                                                    "1"),
                                            new Document("more", Map.of())));
                        });

        assertThat(journal.replayed().toJson())
                .contains("\"mlflow.spanOutputs\":")
                .contains("\\\"page_content\\\": \\\"more\\\"")
                .contains("\\\"id\\\": null")
                .contains("\\\"relevance_score\\\": 0.5");
    }

    @Test
    void typesOfTheProgramsOwnAreKept() {
        journal.tracer().startSpan("own", "MY_OWN_TYPE").close();

        assertThat(journal.replayedSpan("own").type()).isEqualTo("MY_OWN_TYPE");
    }
}
