package io.hotspan.replay;

import static io.hotspan.replay.BlockList.ring;
import static io.hotspan.replay.BlockList.spanId;
import static io.hotspan.replay.BlockList.traceHigh;
import static io.hotspan.replay.BlockList.traceId;
import static io.hotspan.replay.BlockList.traceLow;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What replay gives up so that its memory stays bounded, and what it does not. */
class BoundedReplayTest {
    private static final RingIdentity RING = ring(1, 0);

    private final BlockList blocks =
            new BlockList().header(1).symbols(1, 1, "root", "child", "key");

    @Test
    void aTraceThatIsOpenForLongComesInParts() {
        final RecordBytes records = new RecordBytes().root(1, 0, 1);
        for (int i = 2; i <= 101; i++) {
            records.child(i, i, 2, 1, 1).end(i, i);
        }
        blocks.records(RING, records.end(1, 200));

        final List<Trace> parts = traces(new ReplayLimits(0, 0, 0, Long.MAX_VALUE, 2_500));

        assertThat(parts).hasSizeGreaterThan(5);
        assertThat(parts.stream().mapToInt(trace -> trace.spans().size()).sum()).isEqualTo(101);
        assertThat(parts).extracting(Trace::traceId).containsOnly(parts.get(0).traceId());
        assertThat(parts.get(parts.size() - 1).root().name()).isEqualTo("root");
    }

    @Test
    void spansWithLargeContentDoNotWaitForMore() {
        final RecordBytes records = new RecordBytes();
        for (int i = 1; i <= 10; i++) {
            records.root(i, i, 1).attributeLatin1(i, 3, "x".repeat(1000)).end(i, i);
        }
        blocks.records(RING, records);
        final List<Trace> traces = new ArrayList<>();
        final ReplayLimits limits = new ReplayLimits(1000, 0, 1000, 2_500, Long.MAX_VALUE);
        final SpanAssembler assembler =
                new SpanAssembler(
                        blocks,
                        new TraceStream(traces::add, limits.heldBytes()),
                        true,
                        limits,
                        damage -> {});

        try (BlockCursor cursor = blocks.open(damage -> {})) {
            for (var block = cursor.next(); block != null; block = cursor.next()) {
                assembler.accept(block, cursor);
            }
        }

        assertThat(traces).hasSize(8);
    }

    @Test
    void findGivesTheWholeOfALongTrace() {
        final RecordBytes records = new RecordBytes().root(1, 0, 1);
        for (int i = 2; i <= 101; i++) {
            records.child(i, i, 2, 1, 1).end(i, i);
        }
        blocks.records(RING, records.end(1, 200));

        final Trace trace =
                new Replay(blocks, damage -> {}, new ReplayLimits(0, 0, 0, 0, 0))
                        .find(traceId(RING, 1))
                        .orElseThrow();

        assertThat(trace.spans()).hasSize(101);
    }

    @Test
    void aChildThatComesMuchLaterIsHandedOutByItself() {
        lateChild(20);

        final List<Trace> parts =
                traces(waiting(10, 0)).stream()
                        .filter(trace -> trace.traceId().equals(traceId(RING, 1).toString()))
                        .toList();

        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).spans()).hasSize(1);
        assertThat(parts.get(1).root().name()).isEqualTo("child");
    }

    @Test
    void aChildThatComesAFewSpansLaterIsMerged() {
        lateChild(20);

        assertThat(traces(waiting(30, 0))).hasSize(20);
    }

    @Test
    void aChildThatComesWithinTheDrainersDelayIsMerged() {
        lateChild(20);

        assertThat(traces(waiting(10, 19))).hasSize(20);
        assertThat(traces(waiting(10, 17))).hasSize(21);
    }

    @Test
    void noMoreSpansThanFitIntoMemoryWait() {
        lateChild(20);

        assertThat(traces(new ReplayLimits(0, 100, 10, Long.MAX_VALUE, Long.MAX_VALUE)))
                .hasSize(21);
    }

    @Test
    void aSmallHeapLetsFewSpansWait() {
        assertThat(ReplayLimits.ofHeap(64 << 20).maxLingeringSpans()).isEqualTo(1 << 15);
        assertThat(ReplayLimits.ofHeap(Long.MAX_VALUE).maxLingeringSpans()).isEqualTo(1 << 16);
    }

    /**
     * A root, others that end one nanosecond of the drainer's after the other, a child of the
     * first.
     */
    private void lateChild(final int roots) {
        for (int i = 1; i <= roots; i++) {
            blocks.records(
                    RING,
                    new ClockAnchor(BlockList.EPOCH_NANOS + i, i),
                    new RecordBytes().root(i, i, 1).end(i, i));
        }
        blocks.records(
                ring(1, 1),
                new RecordBytes()
                        .explicit(1, 2, 2, traceHigh(RING, 1), traceLow(RING, 1), spanId(RING, 1))
                        .end(1, 3));
    }

    private static ReplayLimits waiting(final int minSpans, final long nanos) {
        return new ReplayLimits(minSpans, nanos, 1000, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private List<Trace> traces(final ReplayLimits limits) {
        final List<Trace> traces = new ArrayList<>();
        new Replay(blocks, damage -> {}, limits).forEachTrace(traces::add);
        return traces;
    }
}
