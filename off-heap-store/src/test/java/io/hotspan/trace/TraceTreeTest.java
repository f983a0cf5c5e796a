package io.hotspan.trace;

import static io.hotspan.trace.TestSpans.EPOCH_NANOS;
import static io.hotspan.trace.TestSpans.span;
import static io.hotspan.trace.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.TraceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTreeTest {
    private static final SpanStatus FAILED = SpanStatus.error("IllegalStateException: no answer");

    @Test
    void aTraceIsDrawnWithAllThatItsSpansCarry() {
        final Map<String, Object> exception = new LinkedHashMap<>();
        exception.put("exception.message", "no answer");
        exception.put("exception.type", "IllegalStateException");
        exception.put(
                "exception.stacktrace",
                "java.lang.IllegalStateException: no answer\n\tat A.b(A.java:1)");
        final Trace trace =
                Trace.assemble(
                        List.of(
                                span(1, 0, "answer")
                                        .type("CHAIN")
                                        .inputs(Map.of("question", "Größe?"))
                                        .endEpochNanos(EPOCH_NANOS + 12_346_000)
                                        .build(),
                                span(2, 1, "retrieve").type("RETRIEVER").attribute("k", 3L).build(),
                                span(3, 2, "read")
                                        .event(
                                                SpanEvent.at(
                                                        "miss", EPOCH_NANOS + 503_000, Map.of()))
                                        .build(),
                                span(4, 1, "chat")
                                        .type("CHAT_MODEL")
                                        .status(FAILED)
                                        .outputs(null)
                                        .event(
                                                SpanEvent.at(
                                                        "exception",
                                                        EPOCH_NANOS + 504_000,
                                                        exception))
                                        .link(new SpanLink(new TraceId(0, 1), 2, Map.of()))
                                        .droppedRecords(2)
                                        .build()),
                        TraceUpdates.builder().tag("fruit", "pear").sessionId("s-1").build());

        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT))
                .isEqualTo(
                        """
                        tr-66aa81ba5c65ab67304427ca1f198354  OK  12.3 ms  4 spans  2025-10-22T04:14:54.524Z
                        metadata: {"mlflow.trace.session": "s-1"}
                        tags: {"fruit": "pear"}

                        answer  CHAIN  12.3 ms  ✓
                        │  inputs: {"question": "Größe?"}
                        ├─ retrieve  RETRIEVER  1.00 ms  ✓
                        │  │  k: 3
                        │  └─ read  UNKNOWN  1.00 ms  ✓
                        │        @500 µs miss
                        └─ chat  CHAT_MODEL  1.00 ms  ✗ IllegalStateException: no answer
                              outputs: null
                              @500 µs exception: IllegalStateException: no answer
                              link: tr-00000000000000000000000000000001 0000000000000002
                              missing: 2 records, whole or in part
                        """);
    }

    @Test
    void aFullTreeShowsStackTracesAndWholeValues() {
        final Map<String, Object> exception =
                Map.of("exception.stacktrace", "Oops\n\tat A.b(A.java:1)");
        final Trace trace =
                trace(
                        span(1, 0, "root")
                                .inputs("x".repeat(500))
                                .event(SpanEvent.at("exception", EPOCH_NANOS + 1_000, exception)));

        final String full = TraceTree.render(trace, TreeOptions.DEFAULT.withFull(true));

        assertThat(full)
                .contains("x".repeat(500))
                .contains("       Oops\n           at A.b(A.java:1)\n");
        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT))
                .doesNotContain("A.java")
                .contains("xxx…");
    }

    @Test
    void aBriefTreeHasNoAttributesAndOfEventsExceptionsAlone() {
        final Map<String, Object> exception =
                Map.of("exception.type", "Oops", "exception.message", "no");
        final Trace trace =
                trace(
                        span(1, 0, "root")
                                .inputs("in")
                                .attribute("key", "value")
                                .event(SpanEvent.at("chunk", EPOCH_NANOS, Map.of()))
                                .event(SpanEvent.at("exception", EPOCH_NANOS, exception)));

        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT.withBrief(true)))
                .contains("inputs: ", "exception: ")
                .doesNotContain("key", "chunk");
    }

    @Test
    void shortLinesStayWithinTheWidth() {
        final Trace trace =
                trace(
                        span(1, 0, "n".repeat(300)).inputs("🎉".repeat(300)).type("t".repeat(300)),
                        span(2, 1, "child").attribute("k".repeat(300), List.of("v".repeat(300))));

        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT.withWidth(60)).lines().skip(2))
                .allSatisfy(
                        line -> assertThat(line.codePointCount(0, line.length())).isLessThan(90));
    }

    @Test
    void openSpansAreMarked() {
        final Trace trace =
                trace(span(1, 0, "root").endEpochNanos(SpanData.OPEN).status(SpanStatus.UNSET));

        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT))
                .contains("IN_PROGRESS")
                .contains("root  UNKNOWN  … open");
        assertThat(TraceTree.compact(trace)).isEqualTo("root IN_PROGRESS\n");
    }

    @Test
    void colourIsUsedOnlyWhenAskedFor() {
        final Trace trace = trace(span(1, 0, "root").status(FAILED));

        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT)).doesNotContain("\u001b");
        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT.withColour(true)))
                .contains("\u001b[31m✗\u001b[0m")
                .contains("\u001b[1mroot\u001b[0m");
    }

    @Test
    void asciiTreesAreAsciiThroughout() {
        final Trace trace =
                trace(
                        span(1, 0, "root").inputs("x".repeat(300)),
                        span(2, 1, "a").endEpochNanos(EPOCH_NANOS + 5_000),
                        span(3, 2, "b").status(FAILED),
                        span(4, 1, "c").endEpochNanos(SpanData.OPEN));

        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT.withAscii(true)))
                .isEqualTo(
                        TraceTree.render(trace, TreeOptions.DEFAULT.withAscii(true))
                                .replaceAll("[^\\n -~]", "?"))
                .doesNotContain("?")
                .contains("+- a  UNKNOWN  3.00 us  OK");
    }

    @Test
    void recordedTextCannotSteerTheTerminal() {
        final Trace trace =
                trace(span(1, 0, "a\u001b[2Jb\nc\u009b").attribute("k\u001b", "v\u009b\u202e"));

        assertThat(TraceTree.compact(trace)).isEqualTo("a\\u001b[2Jb\\nc\\u009b OK\n");
        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT))
                .contains("k\\u001b: \"v\\u009b\\u202e\"")
                .doesNotContain("\u001b")
                .doesNotContain("\u009b")
                .doesNotContain("\u202e");
    }

    @Test
    void spansWhoseParentIsMissingStandAtTheEnd() {
        final Trace trace =
                trace(
                        span(1, 0, "root"),
                        span(2, 9, "orphan"),
                        span(3, 2, "its child"),
                        span(4, 1, "child"));

        assertThat(TraceTree.compact(trace))
                .isEqualTo(
                        """
                        root OK
                          child OK
                        orphans:
                          orphan OK
                            its child OK
                        """);
        assertThat(TraceTree.render(trace, TreeOptions.DEFAULT))
                .endsWith(
                        """

                        orphans (their parent is not in the journal):
                        orphan  UNKNOWN  1.00 ms  ✓
                        └─ its child  UNKNOWN  1.00 ms  ✓
                        """);
    }

    @Test
    void childrenStandInTheOrderOfTheirStart() {
        final Trace trace =
                trace(
                        span(5, 1, "third"),
                        span(1, 0, "root"),
                        span(4, 1, "second"),
                        span(3, 1, "first"));

        assertThat(TraceTree.compact(trace))
                .isEqualTo("root OK\n  first OK\n  second OK\n  third OK\n");
    }

    @Test
    void parentsInACircleAreDrawnOnce() {
        final Trace trace =
                trace(span(1, 2, "a"), span(2, 3, "b"), span(3, 2, "c"), span(4, 4, "self"));

        assertThat(TraceTree.compact(trace))
                .isEqualTo(
                        """
                        a OK
                        orphans:
                          b OK
                            c OK
                          self OK
                        """);
    }

    @Test
    void aDeepTraceNeedsNoDeepStack() {
        final SpanDataBuilder[] spans = new SpanDataBuilder[10_000];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(i + 1, i, "deep").attribute("i", (long) i);
        }
        final Trace trace = trace(spans);

        final String tree = TraceTree.render(trace, TreeOptions.DEFAULT);

        assertThat(tree).contains("⋮ [9999] deep  UNKNOWN").hasSizeLessThan(1_500_000);
        assertThat(TraceTree.compact(trace)).contains("[9999] deep OK").hasLineCount(10_000);
    }

    @Test
    void thirtyThousandSpansAreDrawnAtOnce() {
        final SpanDataBuilder[] spans = new SpanDataBuilder[30_000];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(i + 1, i / 3, "span").inputs(Map.of("i", i)).attribute("k", "v");
        }
        final Trace trace = trace(spans);

        final long start = System.nanoTime();
        final String tree = TraceTree.render(trace, TreeOptions.DEFAULT);
        final long nanos = System.nanoTime() - start;

        assertThat(tree.lines().filter(line -> line.contains("  UNKNOWN  "))).hasSize(30_000);
        assertThat(nanos).as("%s", DurationText.human(nanos)).isLessThan(10_000_000_000L);
    }

    @Test
    void aNarrowTreeIsRefused() {
        assertThatThrownBy(() -> TreeOptions.DEFAULT.withWidth(39))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("width=39, min=40");
    }

    @Test
    void durationsHaveThreeDigitsAndAUnit() {
        assertThat(DurationText.human(0)).isEqualTo("0 ns");
        assertThat(DurationText.human(999)).isEqualTo("999 ns");
        assertThat(DurationText.human(1_000)).isEqualTo("1.00 µs");
        assertThat(DurationText.human(9_994)).isEqualTo("9.99 µs");
        assertThat(DurationText.human(9_996)).isEqualTo("10.0 µs");
        assertThat(DurationText.human(99_960)).isEqualTo("100 µs");
        assertThat(DurationText.human(999_600)).isEqualTo("1.00 ms");
        assertThat(DurationText.human(12_345_678)).isEqualTo("12.3 ms");
        assertThat(DurationText.human(61_000_000_000L)).isEqualTo("61.0 s");
        assertThat(DurationText.human(125_000_000_000L)).isEqualTo("2 min 5 s");
        assertThat(DurationText.human(-1_500)).isEqualTo("-1.50 µs");
        assertThat(DurationText.human(Long.MIN_VALUE)).startsWith("-153722867 min");
    }
}
