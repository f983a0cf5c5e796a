package io.hotspan.trace;

import static io.hotspan.trace.TestSpans.EPOCH_NANOS;
import static io.hotspan.trace.TestSpans.span;
import static io.hotspan.trace.TestSpans.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.model.SpanStatus;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void spansStandInTheOrderOfTheirStart() {
        final Trace trace = trace(span(3, 1, "c"), span(1, 0, "a"), span(2, 1, "b"));

        assertThat(trace.spans()).extracting(SpanData::name).containsExactly("a", "b", "c");
    }

    @Test
    void spansThatStartedTogetherStayAsTheyCame() {
        final Trace trace =
                trace(
                        span(9, 0, "a").startEpochNanos(5),
                        span(2, 9, "b").startEpochNanos(5),
                        span(1, 9, "c").startEpochNanos(5));

        assertThat(trace.spans()).extracting(SpanData::name).containsExactly("a", "b", "c");
    }

    @Test
    void aTraceNeedsASpan() {
        assertThatThrownBy(() -> Trace.assemble(List.of(), TraceUpdates.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one span");
    }

    @Test
    void theRootIsTheFirstSpanWithoutAParent() {
        assertThat(
                        trace(span(1, 7, "orphan"), span(2, 0, "root"), span(3, 0, "other"))
                                .root()
                                .name())
                .isEqualTo("root");
    }

    @Test
    void theRootOfATraceFromElsewhereIsTheFirstSpanWhoseParentIsAbsent() {
        assertThat(
                        trace(span(1, 2, "child"), span(2, 99, "entry"), span(3, 98, "later"))
                                .root()
                                .name())
                .isEqualTo("entry");
    }

    @Test
    void parentsInACircleStillHaveARoot() {
        assertThat(trace(span(1, 2, "a"), span(2, 1, "b")).root().name()).isEqualTo("a");
    }

    @Test
    void theStateIsTheRootsStatus() {
        final SpanDataBuilder failed = span(2, 1, "child").status(SpanStatus.error("e"));

        assertThat(trace(span(1, 0, "root"), failed).state()).isEqualTo(TraceState.OK);
        assertThat(trace(span(1, 0, "root").status(SpanStatus.error("e"))).state())
                .isEqualTo(TraceState.ERROR);
        assertThat(trace(span(1, 0, "root").status(SpanStatus.UNSET)).state())
                .isEqualTo(TraceState.OK);
    }

    @Test
    void aTraceIsInProgressWhileItsRootIsOpen() {
        final Trace trace =
                trace(span(1, 0, "root").endEpochNanos(SpanData.OPEN).inputs(Map.of("a", 1L)));

        assertThat(trace.state()).isEqualTo(TraceState.IN_PROGRESS);
        assertThat(trace.info().executionDurationMillis()).isNull();
        assertThat(trace.info().requestPreview()).isEqualTo("{\"a\": 1}");
        assertThat(trace.info().metadata())
                .containsEntry("mlflow.traceInputs", "{\"a\": 1}")
                .doesNotContainKey("mlflow.traceOutputs");
    }

    @Test
    void theProgramsWordOnTheStateStands() {
        final SpanData root = span(1, 0, "root").endEpochNanos(SpanData.OPEN).build();
        final TraceUpdates updates = TraceUpdates.builder().state(TraceState.ERROR).build();

        assertThat(Trace.assemble(List.of(root), updates).state()).isEqualTo(TraceState.ERROR);
        assertThat(Trace.assemble(List.of(root), updates).info().state())
                .isEqualTo(TraceState.ERROR);
    }

    @Test
    void millisecondsAreRoundedDown() {
        final Trace trace =
                trace(span(1, 0, "r").startEpochNanos(1_999_999).endEpochNanos(4_999_998));

        assertThat(trace.info().requestEpochMillis()).isEqualTo(1);
        assertThat(trace.info().executionDurationMillis()).isEqualTo(2);
    }

    @Test
    void theLastWriteOfATagWins() {
        final TraceUpdates updates =
                TraceUpdates.builder()
                        .tag("k", "1")
                        .sessionId("s1")
                        .tag("k", "2")
                        .sessionId("s2")
                        .build();

        final TraceInfo info = Trace.assemble(List.of(span(1, 0, "root").build()), updates).info();

        assertThat(info.tags()).isEqualTo(Map.of("mlflow.traceName", "root", "k", "2"));
        assertThat(info.metadata()).containsEntry("mlflow.trace.session", "s2");
    }

    @Test
    void theInformationCannotBeChanged() {
        final TraceInfo info = trace(span(1, 0, "root")).info();

        assertThatThrownBy(() -> info.tags().put("a", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everythingOfAQueryMustHold() {
        final Trace trace =
                trace(
                        span(1, 0, "retrieve all").type("CHAIN"),
                        span(2, 1, "retrieve").type("RETRIEVER"),
                        span(3, 1, "retrieve").type("TOOL"));

        assertThat(found(trace, SpanQuery.builder().name("retrieve").build()))
                .containsExactly(2L, 3L);
        assertThat(found(trace, SpanQuery.builder().name(Pattern.compile("rieve a")).build()))
                .containsExactly(1L);
        assertThat(found(trace, SpanQuery.builder().name("retrieve").type("TOOL").build()))
                .containsExactly(3L);
        assertThat(found(trace, SpanQuery.builder().spanId("0000000000000002").build()))
                .containsExactly(2L);
        assertThat(
                        found(
                                trace,
                                SpanQuery.builder()
                                        .spanId("0000000000000002")
                                        .type("TOOL")
                                        .build()))
                .isEmpty();
        assertThat(found(trace, SpanQuery.ALL)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aDurationIsZeroWhileASpanIsOpen() {
        assertThat(span(1, 0, "r").build().durationNanos()).isEqualTo(1_000_000);
        assertThat(span(1, 0, "r").endEpochNanos(SpanData.OPEN).build().durationNanos()).isZero();
        assertThat(span(1, 0, "r").build().startEpochNanos()).isEqualTo(EPOCH_NANOS + 1_000);
    }

    private static List<Long> found(final Trace trace, final SpanQuery query) {
        return trace.searchSpans(query).stream().map(SpanData::spanIdLong).toList();
    }
}
