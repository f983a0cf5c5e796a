package io.hotspan.replay;

import static io.hotspan.replay.BlockList.ring;
import static io.hotspan.replay.BlockList.spanId;
import static io.hotspan.replay.BlockList.traceHigh;
import static io.hotspan.replay.BlockList.traceId;
import static io.hotspan.replay.BlockList.traceLow;
import static io.hotspan.replay.Replays.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.TraceId;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceState;
import org.junit.jupiter.api.Test;

/** How spans of one and of many rings become traces. */
class ReplayedTracesTest {
    private static final RingIdentity RING = ring(1, 0);
    private static final RingIdentity OTHER = ring(1, 1);

    private final BlockList blocks =
            new BlockList().header(1).symbols(1, 1, "root", "child", "grandchild", "key");

    @Test
    void childrenHangBelowTheirParents() {
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 0, 1)
                        .child(2, 1, 2, 1, 1)
                        .child(3, 2, 3, 2, 1)
                        .end(3, 3)
                        .end(2, 4)
                        .child(4, 5, 2, 1, 1)
                        .end(4, 6)
                        .end(1, 7));

        assertThat(tree(Replays.onlyTrace(blocks)))
                .isEqualTo(
                        """
                        root OK
                          child OK
                            grandchild OK
                          child OK
                        """);
    }

    @Test
    void tracesAreHandedOutOneByOne() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1).root(2, 2, 1).end(2, 3));

        assertThat(Replays.traces(blocks))
                .extracting(Trace::traceId)
                .containsExactly(traceId(RING, 1).toString(), traceId(RING, 2).toString());
    }

    @Test
    void aTraceGoesOnInAnotherRing() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1));
        blocks.records(OTHER, childOfRoot(1).end(1, 2));
        blocks.records(RING, new RecordBytes().end(1, 3));

        assertThat(tree(Replays.onlyTrace(blocks))).isEqualTo("root OK\n  child OK\n");
    }

    @Test
    void aChildMayComeBeforeItsRootIfItsRingWasDrainedFirst() {
        blocks.records(OTHER, childOfRoot(1).end(1, 2));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 3));

        assertThat(tree(Replays.onlyTrace(blocks))).isEqualTo("root OK\n  child OK\n");
    }

    @Test
    void aChildThatStartsAfterTheRootEndedBelongsToItsTrace() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));
        blocks.records(OTHER, childOfRoot(5).end(1, 7));

        assertThat(tree(Replays.onlyTrace(blocks))).isEqualTo("root OK\n  child OK\n");
    }

    @Test
    void aTraceOfTwoSessionsIsOne() {
        final RingIdentity elsewhere = ring(2, 0);
        blocks.records(RING, new RecordBytes().root(1, 0, 1));
        blocks.header(2).symbols(2, 1, "from elsewhere");
        blocks.records(
                elsewhere,
                new RecordBytes()
                        .explicit(1, 1, 1, traceHigh(RING, 1), traceLow(RING, 1), spanId(RING, 1))
                        .end(1, 2));
        blocks.records(RING, new RecordBytes().end(1, 3));

        assertThat(tree(Replays.onlyTrace(blocks))).isEqualTo("root OK\n  from elsewhere OK\n");
    }

    @Test
    void symbolsMeanWhatTheirSessionSays() {
        blocks.header(2).symbols(2, 1, "other root");
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));
        blocks.records(ring(2, 0), new RecordBytes().root(1, 0, 1).end(1, 1));

        assertThat(Replays.spans(blocks))
                .extracting(SpanData::name)
                .containsExactly("root", "other root");
    }

    @Test
    void aTraceWithOpenSpansIsHandedOutAtTheEnd() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).child(2, 1, 2, 1, 1).end(2, 2));

        final Trace trace = Replays.onlyTrace(blocks);

        assertThat(trace.state()).isEqualTo(TraceState.IN_PROGRESS);
        assertThat(tree(trace)).isEqualTo("root IN_PROGRESS\n  child OK\n");
    }

    @Test
    void anotherThreadChangesASpan() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1));
        blocks.records(
                OTHER, new RecordBytes().foreign(0, new RecordBytes().attributeLong(1, 4, 9)));
        blocks.records(RING, new RecordBytes().end(1, 5));

        assertThat(Replays.onlySpan(blocks).attributes()).containsEntry("key", 9L);
    }

    @Test
    void anotherThreadEndsASpan() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1));
        blocks.records(OTHER, new RecordBytes().foreign(0, new RecordBytes().end(1, 8)));

        assertThat(Replays.onlySpan(blocks).durationNanos()).isEqualTo(8);
    }

    @Test
    void whatAnotherThreadSaysMayComeBeforeTheSpanBegins() {
        blocks.records(
                OTHER,
                new RecordBytes()
                        .foreign(0, new RecordBytes().attributeLong(1, 4, 1))
                        .foreign(0, new RecordBytes().attributeLong(1, 4, 2))
                        .foreign(0, new RecordBytes().end(1, 8)));
        blocks.records(RING, new RecordBytes().root(1, 0, 1));

        final SpanData span = Replays.onlySpan(blocks);

        assertThat(span.attributes()).containsEntry("key", 2L);
        assertThat(span.durationNanos()).isEqualTo(8);
    }

    @Test
    void whatAnotherThreadSaysMayComeAfterTheSpanEnded() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 5));
        blocks.records(
                OTHER,
                new RecordBytes()
                        .foreign(0, new RecordBytes().attributeLong(1, 4, 9))
                        .foreign(0, new RecordBytes().status(1, 2, "bad")));

        final SpanData span = Replays.onlySpan(blocks);

        assertThat(span.attributes()).containsEntry("key", 9L);
        assertThat(span.status().description()).isEqualTo("bad");
    }

    @Test
    void findLeavesOutWhatWasSaidOfOtherSpans() {
        blocks.records(
                OTHER, new RecordBytes().foreign(0, new RecordBytes().attributeLong(2, 4, 9)));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1).root(2, 2, 1).end(2, 3));

        final Trace trace = Replays.of(blocks).find(traceId(RING, 1)).orElseThrow();

        assertThat(trace.spans()).hasSize(1);
        assertThat(trace.root().attributes()).isEmpty();
    }

    @Test
    void anUnknownTraceIsNotFound() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));

        assertThat(Replays.of(blocks).find(new TraceId(1, 1))).isEmpty();
    }

    @Test
    void factsBecomeTagsMetadataAndState() {
        final long high = traceHigh(RING, 1);
        final long low = traceLow(RING, 1);
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 0, 1)
                        .fact(high, low, TraceFactDescriptor.KIND_TAG, "a", "1")
                        .fact(high, low, TraceFactDescriptor.KIND_TAG, "b", "2")
                        .fact(high, low, TraceFactDescriptor.KIND_TAG, "a", null)
                        .fact(high, low, TraceFactDescriptor.KIND_METADATA, "m", "3")
                        .fact(high, low, TraceFactDescriptor.KIND_STATE, "", "ERROR")
                        .fact(high, low, TraceFactDescriptor.KIND_REQUEST_PREVIEW, "", "q")
                        .end(1, 1));

        final Trace trace = Replays.onlyTrace(blocks);

        assertThat(trace.info().tags()).containsEntry("b", "2").doesNotContainKey("a");
        assertThat(trace.info().metadata()).containsEntry("m", "3");
        assertThat(trace.state()).isEqualTo(TraceState.ERROR);
        assertThat(trace.info().requestPreview()).isEqualTo("q");
    }

    @Test
    void aFactMayComeBeforeItsTrace() {
        blocks.records(
                OTHER,
                new RecordBytes()
                        .fact(
                                traceHigh(RING, 1),
                                traceLow(RING, 1),
                                TraceFactDescriptor.KIND_TAG,
                                "tag",
                                "early"));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));

        assertThat(Replays.onlyTrace(blocks).info().tags()).containsEntry("tag", "early");
    }

    @Test
    void aFactAboutAnUnknownTraceMakesNoTrace() {
        blocks.records(
                RING, new RecordBytes().fact(1, 2, TraceFactDescriptor.KIND_TAG, "tag", "x"));

        assertThat(Replays.traces(blocks)).isEmpty();
    }

    @Test
    void whatIsLeftOutIsCounted() {
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 0, 1)
                        .end(1, 1)
                        .attributeLong(1, 4, 1)
                        .any(99, 1, 8)
                        .word(0));

        assertThat(Replays.of(blocks).forEachTrace(trace -> {}))
                .isEqualTo(new ReplayReport(1, 1, 1, 0));
    }

    private static RecordBytes childOfRoot(final long ticks) {
        return new RecordBytes()
                .explicit(1, ticks, 2, traceHigh(RING, 1), traceLow(RING, 1), spanId(RING, 1));
    }
}
