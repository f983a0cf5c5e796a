package io.hotspan.replay;

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
import io.hotspan.search.TraceFilter;
import io.hotspan.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final RingIdentity RING = ring(1, 0);
    private static final RingIdentity OTHER = ring(1, 1);

    /** Nothing waits for what belongs to it, and open traces come in many parts. */
    private static final ReplayLimits NO_ROOM = new ReplayLimits(0, 0, 0, 0, 0);

    private final BlockList blocks =
            new BlockList().header(1).symbols(1, 1, "root", "child", "key", "late");

    @Test
    void whatMatchesComesNewestFirst() {
        blocks.records(RING, roots(5));

        assertThat(found("trace.name = 'root'", 3)).containsExactly(id(5), id(4), id(3));
    }

    @Test
    void everythingThatMatchesIsFoundWithoutALimit() {
        blocks.records(RING, roots(50));

        assertThat(found("", Integer.MAX_VALUE)).hasSize(50);
    }

    @Test
    void nothingIsFoundWhereNothingMatches() {
        blocks.records(RING, roots(5));

        assertThat(found("trace.name = 'other'", 3)).isEmpty();
        assertThat(found("trace.name = 'root'", 0)).isEmpty();
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> found("", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit=-1");
    }

    @Test
    void aTraceThatIsReadInPartsIsFoundAsAWhole() {
        final RecordBytes records = new RecordBytes().root(1, 0, 1).child(2, 1, 4, 1, 1).end(2, 2);
        for (int i = 3; i <= 100; i++) {
            records.child(i, i, 2, 1, 1).end(i, i);
        }
        blocks.records(RING, records.end(1, 200));

        final List<Trace> found =
                new Replay(blocks, damage -> {}, NO_ROOM)
                        .search(
                                TraceFilter.parse("span.name = 'late' AND trace.name = 'root'"),
                                10);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).spans()).hasSize(100);
    }

    @Test
    void aChildThatComesMuchLaterBelongsToItsTrace() {
        blocks.records(RING, roots(20));
        blocks.records(OTHER, lateChildren(1, 1));

        assertThat(found("span.name = 'late' AND trace.name = 'root'", 10)).containsExactly(id(1));
        assertThat(found("span.name = 'late' AND trace.name = 'late'", 10)).isEmpty();
    }

    @Test
    void whatWasSaidOfATraceWithALateChildCounts() {
        blocks.records(RING, roots(20));
        final RecordBytes late =
                new RecordBytes()
                        .explicit(1, 10_000, 4, traceHigh(RING, 3), traceLow(RING, 3), 7)
                        .fact(
                                traceHigh(RING, 3),
                                traceLow(RING, 3),
                                TraceFactDescriptor.KIND_TAG,
                                "fruit",
                                "pear")
                        .end(1, 20_000);
        blocks.records(OTHER, late);

        assertThat(found("tag.fruit = 'pear'", 10)).containsExactly(id(3));
    }

    @Test
    void oldTracesWithLateSpansDoNotCrowdOutNewOnes() {
        blocks.records(RING, roots(100));
        final RecordBytes news = new RecordBytes();
        for (int i = 1; i <= 3; i++) {
            news.root(i, 1_000 + i, 4).end(i, 1_100);
        }
        blocks.records(ring(1, 2), news);
        blocks.records(OTHER, lateChildren(1, 100));

        assertThat(found("span.name = 'late'", 3))
                .containsExactly(
                        traceId(ring(1, 2), 3), traceId(ring(1, 2), 2), traceId(ring(1, 2), 1));
    }

    @Test
    void partsThatMatchWhereTheirTracesDoNotDoNotCrowdOutOthers() {
        blocks.records(RING, roots(100));
        blocks.records(ring(1, 2), new RecordBytes().root(1, 1, 4).end(1, 2));
        blocks.records(OTHER, lateChildren(1, 100));

        assertThat(found("span.name = 'late' AND trace.name = 'late'", 1))
                .containsExactly(traceId(ring(1, 2), 1));
    }

    /** Of the roots from the first to the last, each with the same name as the others. */
    private static RecordBytes roots(final int count) {
        final RecordBytes records = new RecordBytes();
        for (int i = 1; i <= count; i++) {
            records.root(i, i, 1).end(i, i);
        }
        return records;
    }

    /** Children of roots that ended long before. */
    private static RecordBytes lateChildren(final int first, final int count) {
        final RecordBytes records = new RecordBytes();
        for (int i = 0; i < count; i++) {
            records.explicit(
                            i + 1,
                            10_000 + i,
                            4,
                            traceHigh(RING, first + i),
                            traceLow(RING, first + i),
                            spanId(RING, first + i))
                    .end(i + 1, 20_000);
        }
        return records;
    }

    private List<TraceId> found(final String filter, final int limit) {
        return new Replay(blocks, damage -> {}, NO_ROOM)
                .search(TraceFilter.parse(filter), limit).stream()
                        .map(trace -> TraceId.parse(trace.traceId()))
                        .toList();
    }

    private static TraceId id(final int ordinal) {
        return traceId(RING, ordinal);
    }
}
