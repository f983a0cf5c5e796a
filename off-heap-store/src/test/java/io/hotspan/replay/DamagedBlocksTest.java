package io.hotspan.replay;

import static io.hotspan.replay.BlockList.ANCHOR;
import static io.hotspan.replay.BlockList.ring;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.journal.Damage;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.trace.SpanData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What replay makes of blocks that are missing, doubled, cut or wrong. */
class DamagedBlocksTest {
    private static final RingIdentity RING = ring(1, 0);

    private final BlockList blocks = new BlockList().header(1).symbols(1, 1, "a", "b", "c", "key");

    @Test
    void aBlockThatComesTwiceCountsOnce() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));
        blocks.repeat(2);

        assertThat(Replays.spans(blocks)).hasSize(1);
    }

    @Test
    void aBlockThatOverlapsTheOneBeforeCountsFromThereOn() {
        final RecordBytes first = new RecordBytes().root(1, 0, 1).end(1, 1);
        final RecordBytes both = new RecordBytes().root(1, 0, 1).end(1, 1).root(2, 2, 2).end(2, 3);
        blocks.recordsAt(RING, 0, first).recordsAt(RING, 0, both);

        assertThat(Replays.spans(blocks)).extracting(SpanData::name).containsExactly("a", "b");
    }

    @Test
    void aLostBlockCostsNoMoreThanItsOwnSpans() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));
        blocks.records(RING, new RecordBytes().root(2, 2, 2).end(2, 3));
        blocks.records(RING, new RecordBytes().root(3, 4, 3).end(3, 5));
        blocks.remove(3);

        assertThat(Replays.spans(blocks)).extracting(SpanData::name).containsExactly("a", "c");
    }

    @Test
    void aBlockWithAWrongChecksumIsPassedOverAndReported() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));
        blocks.records(RING, new RecordBytes().root(2, 2, 2).end(2, 3));
        blocks.damage(2);
        final List<Damage> damages = new ArrayList<>();

        Replays.of(blocks, damages::add).forEachTrace(trace -> {});

        assertThat(damages).extracting(Damage::offset).containsExactly(2L);
        assertThat(Replays.spans(blocks)).extracting(SpanData::name).containsExactly("b");
    }

    @Test
    void aSpanWhoseEndWasLostStaysOpen() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1));
        blocks.records(RING, new RecordBytes().end(1, 1));
        blocks.remove(3);

        assertThat(Replays.onlySpan(blocks).isOpen()).isTrue();
    }

    @Test
    void anEndWhoseStartWasLostIsNoSpan() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1));
        blocks.records(RING, new RecordBytes().end(1, 1).root(2, 2, 2).end(2, 3));
        blocks.remove(2);

        assertThat(Replays.spans(blocks)).extracting(SpanData::name).containsExactly("b");
    }

    @Test
    void aChildWhoseParentWasLostIsAnOrphanOfItsTrace() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1));
        blocks.records(RING, new RecordBytes().child(2, 1, 2, 1, 1).end(2, 2).end(1, 3));
        blocks.remove(2);

        final SpanData orphan = Replays.onlySpan(blocks);

        assertThat(orphan.parentSpanIdLong()).isEqualTo(BlockList.spanId(RING, 1));
        assertThat(orphan.traceId()).isEqualTo(BlockList.traceId(RING, 1).toString());
    }

    @Test
    void anOrdinalThatOpensTwiceNeverMixesTwoSpans() {
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 0, 1)
                        .attributeLong(1, 4, 1)
                        .root(1, 5, 2)
                        .attributeLong(1, 4, 2)
                        .end(1, 9));

        final List<SpanData> spans = Replays.spans(blocks);

        assertThat(spans).extracting(SpanData::name).containsExactly("a", "b");
        assertThat(spans).extracting(SpanData::isOpen).containsExactly(true, false);
        assertThat(spans.get(0).attributes()).containsEntry("key", 1L);
        assertThat(spans.get(1).attributes()).containsEntry("key", 2L);
    }

    @Test
    void aRingWithOtherSeedsIsAnotherRing() {
        final RingIdentity impostor = new RingIdentity(1, 0, 5, 6, 7);
        blocks.records(RING, new RecordBytes().root(1, 0, 1));
        blocks.records(impostor, new RecordBytes().root(1, 1, 2).end(1, 2));

        assertThat(Replays.spans(blocks))
                .extracting(SpanData::isOpen)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void theThreadIsNotKnownBehindAGap() {
        blocks.records(RING, new RecordBytes().thread("main").root(1, 0, 1).end(1, 1));
        blocks.records(RING, new RecordBytes().thread("other"));
        blocks.records(RING, new RecordBytes().root(2, 2, 2).end(2, 3));
        blocks.remove(3);

        assertThat(Replays.spans(blocks))
                .extracting(SpanData::threadName)
                .containsExactly("main", null);
    }

    @Test
    void aRecordOfImpossibleLengthEndsItsBlock() {
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 0, 1)
                        .end(1, 1)
                        .word(RecordDescriptor.header(4096, RecordType.END, 1))
                        .root(2, 2, 2)
                        .end(2, 3));
        final List<Damage> damages = new ArrayList<>();

        Replays.of(blocks, damages::add).forEachTrace(trace -> {});

        assertThat(Replays.spans(blocks)).extracting(SpanData::name).containsExactly("a");
        assertThat(damages).hasSize(1);
        assertThat(damages.get(0).offset()).isEqualTo(2);
        assertThat(damages.get(0).reason())
                .contains("byte 40 of the block", "lengthBytes=4096", "max=48");
    }

    @Test
    void zerosEndTheirBlock() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).word(0).end(1, 1));

        assertThat(Replays.onlySpan(blocks).isOpen()).isTrue();
    }

    @Test
    void aRecordThatIsTooShortForItsTypeIsPassedOver() {
        blocks.records(
                RING,
                new RecordBytes().root(1, 0, 1).any(RecordType.ATTRIBUTE_LONG, 1, 16).end(1, 1));

        assertThat(Replays.onlySpan(blocks).isOpen()).isFalse();
    }

    @Test
    void aValueThatIsNoneCountsAsDropped() {
        final RecordBytes records = new RecordBytes().root(1, 0, 1).attribute(1, 4, "text");
        final byte[] bytes = records.end(1, 1).bytes();
        bytes[24 + 16] = (byte) 0x90; // a tag that is reserved
        blocks.recordsAt(
                RING, ANCHOR, 0, new org.agrona.concurrent.UnsafeBuffer(bytes), bytes.length);

        final SpanData span = Replays.onlySpan(blocks);

        assertThat(span.attributes()).isEmpty();
        assertThat(span.droppedRecords()).isEqualTo(1);
    }

    @Test
    void aChildOfItselfIsNoSpan() {
        blocks.records(
                RING, new RecordBytes().root(1, 0, 1).child(2, 1, 2, 2, 1).end(2, 2).end(1, 3));

        assertThat(Replays.spans(blocks)).hasSize(1);
    }
}
