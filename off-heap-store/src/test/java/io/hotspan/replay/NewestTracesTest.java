package io.hotspan.replay;

import static io.hotspan.replay.BlockList.EPOCH_NANOS;
import static io.hotspan.replay.BlockList.ring;
import static io.hotspan.replay.BlockList.spanId;
import static io.hotspan.replay.BlockList.traceHigh;
import static io.hotspan.replay.BlockList.traceId;
import static io.hotspan.replay.BlockList.traceLow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.model.TraceId;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.trace.TraceState;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTracesTest {
    private static final RingIdentity RING = ring(1, 0);
    private static final RingIdentity OTHER = ring(1, 1);

    private final BlockList blocks = new BlockList().header(1).symbols(1, 1, "root", "child");

    @Test
    void theNewestTraceComesFirst() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 9).root(2, 20, 1).end(2, 21));

        assertThat(Replays.of(blocks).newest(10))
                .extracting(TraceSummary::id)
                .containsExactly(traceId(RING, 2), traceId(RING, 1));
    }

    @Test
    void noMoreThanTheLimitAreTold() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 9).root(2, 20, 1).end(2, 21));

        assertThat(Replays.of(blocks).newest(1)).hasSize(1);
        assertThat(Replays.of(blocks).newest(0)).isEmpty();
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> Replays.of(blocks).newest(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit=-1");
    }

    @Test
    void aSummaryTellsOfTheRootAndCountsAllSpans() {
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 5, 1)
                        .child(2, 6, 2, 1, 1)
                        .end(2, 7)
                        .status(1, 2, "bad")
                        .name(1, "renamed")
                        .end(1, 25));

        assertThat(Replays.of(blocks).newest(1))
                .containsExactly(
                        new TraceSummary(
                                traceId(RING, 1),
                                EPOCH_NANOS + 5,
                                20,
                                TraceState.ERROR,
                                "renamed",
                                2));
    }

    @Test
    void aSummaryIsTheSameAsThatOfTheWholeTrace() {
        blocks.records(OTHER, remoteChild(7, 4));
        blocks.records(RING, new RecordBytes().root(1, 5, 1).child(2, 6, 2, 1, 1).end(2, 7));

        final Replay replay = Replays.of(blocks);

        assertThat(replay.newest(1))
                .containsExactly(TraceSummary.of(replay.find(traceId(RING, 1)).orElseThrow()));
    }

    @Test
    void aTraceWithoutItsRootIsToldByItsEarliestSpan() {
        blocks.records(
                OTHER,
                new RecordBytes()
                        .explicit(1, 5, 2, 8, 9, 77)
                        .end(1, 7)
                        .explicit(2, 9, 1, 8, 9, 77)
                        .end(2, 10));

        final Replay replay = Replays.of(blocks);

        assertThat(replay.newest(1))
                .containsExactly(TraceSummary.of(replay.find(new TraceId(8, 9)).orElseThrow()))
                .extracting(TraceSummary::rootName)
                .containsExactly("child");
    }

    @Test
    void anOpenTraceIsInProgressAndHasNoDuration() {
        blocks.records(RING, new RecordBytes().root(1, 5, 1));

        final TraceSummary summary = Replays.of(blocks).newest(1).get(0);

        assertThat(summary.state()).isEqualTo(TraceState.IN_PROGRESS);
        assertThat(summary.durationNanos()).isEqualTo(TraceSummary.OPEN);
    }

    @Test
    void aStateThatTheProgramGaveCounts() {
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 5, 1)
                        .end(1, 6)
                        .fact(
                                traceHigh(RING, 1),
                                traceLow(RING, 1),
                                TraceFactDescriptor.KIND_STATE,
                                "",
                                "ERROR"));

        assertThat(Replays.of(blocks).newest(1).get(0).state()).isEqualTo(TraceState.ERROR);
    }

    @Test
    void spansOfTheNewestTracesAreCountedAllOverALongJournal() {
        // the last trace begins before thousands of others and ends after them
        blocks.records(OTHER, new RecordBytes().root(1, 1_000_000, 1));
        manyTraces(10_000);
        blocks.records(OTHER, new RecordBytes().child(2, 1_000_001, 2, 1, 1).end(2, 2).end(1, 3));

        final List<TraceSummary> newest = Replays.of(blocks).newest(3);

        assertThat(newest)
                .extracting(TraceSummary::id)
                .containsExactly(traceId(OTHER, 1), traceId(RING, 10_000), traceId(RING, 9_999));
        assertThat(newest).extracting(TraceSummary::spanCount).containsExactly(2L, 1L, 1L);
    }

    @Test
    void oldTracesWithNewSpansDoNotCrowdOutNewOnes() {
        // 5,000 old roots, each with a child of another ring that began after all the new ones
        manyTraces(5_000);
        final RecordBytes news = new RecordBytes();
        for (int i = 1; i <= 10; i++) {
            news.root(i, 500_000 + i, 1).end(i, 500_100);
        }
        blocks.records(ring(1, 2), news);
        RecordBytes children = new RecordBytes();
        for (int i = 1; i <= 5_000; i++) {
            children.explicit(
                            i,
                            1_000_000 + i,
                            2,
                            traceHigh(RING, i),
                            traceLow(RING, i),
                            spanId(RING, i))
                    .end(i, 1_100_000);
            if (children.length() > 60_000) {
                blocks.records(OTHER, children);
                children = new RecordBytes();
            }
        }
        blocks.records(OTHER, children);

        assertThat(Replays.of(blocks).newest(10))
                .extracting(TraceSummary::startEpochNanos)
                .allMatch(start -> start > EPOCH_NANOS + 500_000);
    }

    private void manyTraces(final int count) {
        RecordBytes records = new RecordBytes();
        for (int i = 1; i <= count; i++) {
            records.root(i, i, 1).end(i, i + 1);
            if (records.length() > 60_000) {
                blocks.records(RING, records);
                records = new RecordBytes();
            }
        }
        blocks.records(RING, records);
    }

    private static RecordBytes remoteChild(final long start, final long end) {
        return new RecordBytes()
                .explicit(1, start, 2, traceHigh(RING, 1), traceLow(RING, 1), spanId(RING, 1))
                .end(1, end);
    }
}
