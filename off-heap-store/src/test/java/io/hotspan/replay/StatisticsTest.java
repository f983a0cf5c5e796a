package io.hotspan.replay;

import static io.hotspan.replay.BlockList.EPOCH_NANOS;
import static io.hotspan.replay.BlockList.ring;
import static io.hotspan.replay.BlockList.spanId;
import static io.hotspan.replay.BlockList.traceHigh;
import static io.hotspan.replay.BlockList.traceLow;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.record.RingIdentity;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final RingIdentity RING = ring(1, 0);
    private static final RingIdentity OTHER = ring(1, 1);

    private final BlockList blocks = new BlockList().header(1).symbols(1, 1, "root", "child");

    @Test
    void spansTracesAndErrorsAreCounted() {
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 5, 1)
                        .child(2, 6, 2, 1, 1)
                        .status(2, 2, "")
                        .end(2, 7)
                        .end(1, 9)
                        .root(3, 10, 1));

        final JournalStatistics statistics = Replays.of(blocks).statistics();

        assertThat(statistics.traces()).isEqualTo(2);
        assertThat(statistics.spans()).isEqualTo(3);
        assertThat(statistics.openSpans()).isEqualTo(1);
        assertThat(statistics.errors()).isEqualTo(1);
        assertThat(statistics.firstEpochNanos()).isEqualTo(EPOCH_NANOS + 5);
        assertThat(statistics.lastEpochNanos()).isEqualTo(EPOCH_NANOS + 10);
    }

    @Test
    void anErrorThatABlockOverrodeIsNone() {
        blocks.records(RING, new RecordBytes().root(1, 5, 1).status(1, 2, "").endOk(1, 9));

        assertThat(Replays.of(blocks).statistics().errors()).isZero();
    }

    @Test
    void aRootElsewhereMakesOneTrace() {
        blocks.records(
                RING,
                new RecordBytes()
                        .explicit(1, 0, 1, 7, 8, 9)
                        .end(1, 1)
                        .explicit(2, 2, 1, 7, 8, 9)
                        .end(2, 3));

        assertThat(Replays.of(blocks).statistics().traces()).isEqualTo(1);
    }

    @Test
    void aRootInAnotherRingIsCountedOnce() {
        blocks.records(
                OTHER,
                new RecordBytes()
                        .explicit(1, 0, 1, traceHigh(RING, 1), traceLow(RING, 1), spanId(RING, 1))
                        .end(1, 1));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));

        assertThat(Replays.of(blocks).statistics().traces()).isEqualTo(1);
    }

    @Test
    void eachNameHasItsDurations() {
        final RecordBytes records = new RecordBytes();
        for (int i = 1; i <= 100; i++) {
            records.root(i, 0, 1).end(i, i);
        }
        blocks.records(RING, records.root(101, 0, 2).end(101, 5_000_000));

        assertThat(Replays.of(blocks).statistics().operations())
                .containsExactly(
                        new OperationStatistics("root", 100, 50, 99, 100),
                        new OperationStatistics("child", 1, 5_000_000, 5_000_000, 5_000_000));
    }

    @Test
    void namesBeyondTheFirstThousandShareARow() {
        final RecordBytes records = new RecordBytes();
        final int names = JournalStatistics.MAX_OPERATIONS + 5;
        for (int i = 1; i <= names; i++) {
            records.root(i, 0, 0).name(i, "name " + i).end(i, i);
        }
        blocks.records(RING, records);

        final JournalStatistics statistics = Replays.of(blocks).statistics();

        assertThat(statistics.operations()).hasSize(JournalStatistics.MAX_OPERATIONS + 1);
        assertThat(statistics.operations().get(JournalStatistics.MAX_OPERATIONS))
                .extracting(OperationStatistics::name, OperationStatistics::count)
                .containsExactly(OperationStatistics.OTHERS, 5L);
    }

    @Test
    void theNewestCountersOfEachRingTellWhatWasLost() {
        blocks.counters(RING, 0, 5, 1)
                .counters(RING, 0, 7, 2)
                .counters(OTHER, 0, 100, 10)
                .counters(ring(2, 0), 0, 1000, 100);

        final JournalStatistics statistics = Replays.of(blocks).statistics();

        assertThat(statistics.lostSpans()).isEqualTo(1107);
        assertThat(statistics.lostRecords()).isEqualTo(112);
    }

    @Test
    void anEmptyJournalHasZeros() {
        final JournalStatistics statistics = Replays.of(blocks).statistics();

        assertThat(statistics.spans()).isZero();
        assertThat(statistics.bytesPerSpan()).isZero();
        assertThat(statistics.firstEpochNanos()).isZero();
        assertThat(statistics.lastEpochNanos()).isZero();
        assertThat(statistics.operations()).isEmpty();
    }

    @Test
    void bytesPerSpanAreTheJournalsBytes() {
        blocks.records(RING, new RecordBytes().root(1, 5, 1).end(1, 9).root(2, 5, 1).end(2, 9));

        final JournalStatistics statistics = Replays.of(blocks).statistics();

        assertThat(statistics.bytesPerSpan()).isEqualTo(statistics.journalBytes() / 2.0);
    }

    @Test
    void aLateRecordOfAnotherThreadCountsForTheStatus() {
        blocks.records(RING, new RecordBytes().root(1, 5, 1).end(1, 9));
        blocks.records(OTHER, new RecordBytes().foreign(0, new RecordBytes().status(1, 2, "")));

        assertThat(Replays.of(blocks).statistics().errors()).isEqualTo(1);
    }
}
