package io.hotspan.replay;

import static io.hotspan.replay.BlockList.ring;
import static io.hotspan.replay.BlockList.traceHigh;
import static io.hotspan.replay.BlockList.traceLow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.hotspan.model.SpanStatus;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.trace.SpanData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records that were too long for their ring, and lie in the journal as values. */
class LongValuesTest {
    private static final RingIdentity RING = ring(1, 0);
    private static final RingIdentity OTHER = ring(1, 1);
    private static final String LONG_TEXT = "long text ".repeat(100_000);
    private static final int PART_BYTES = 1 << 16;

    private final BlockList blocks =
            new BlockList().header(1).symbols(1, 1, "root", "key", "event", "mlflow.spanInputs");

    @Test
    void aLongAttributeIsReadFromItsParts() {
        value(7, new RecordBytes().attribute(1, 2, LONG_TEXT));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).outsize(1, 7, 0).end(1, 1));

        assertThat(Replays.onlySpan(blocks).attributes()).containsExactly(entry("key", LONG_TEXT));
    }

    @Test
    void longInputsAreInputs() {
        value(7, new RecordBytes().attribute(1, 4, List.of(LONG_TEXT)));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).outsize(1, 7, 0).end(1, 1));

        assertThat(Replays.onlySpan(blocks).inputs()).isEqualTo(List.of(LONG_TEXT));
    }

    @Test
    void whatIsSetAfterALongValueWins() {
        value(7, new RecordBytes().attribute(1, 2, LONG_TEXT));
        blocks.records(
                RING,
                new RecordBytes().root(1, 0, 1).outsize(1, 7, 0).attributeLong(1, 2, 5).end(1, 1));

        assertThat(Replays.onlySpan(blocks).attributes()).containsExactly(entry("key", 5L));
    }

    @Test
    void eventsBehindALongOneKeepTheirOrder() {
        value(7, new RecordBytes().event(1, 3, 3, Map.of("text", LONG_TEXT)));
        blocks.records(
                RING,
                new RecordBytes()
                        .root(1, 0, 1)
                        .event(1, 2, 3, Map.of())
                        .outsize(1, 7, 0)
                        .event(1, 4, 3, Map.of())
                        .end(1, 5));

        assertThat(Replays.onlySpan(blocks).events())
                .extracting(event -> event.epochNanos() - BlockList.EPOCH_NANOS)
                .containsExactly(2L, 3L, 4L);
    }

    @Test
    void aLongDescriptionMakesAnError() {
        value(7, new RecordBytes().status(1, 2, LONG_TEXT));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).outsize(1, 7, 0).end(1, 1));

        assertThat(Replays.onlySpan(blocks).status()).isEqualTo(SpanStatus.error(LONG_TEXT));
        assertThat(Replays.of(blocks).statistics().errors()).isEqualTo(1);
    }

    @Test
    void aLongNameIsTheName() {
        value(7, new RecordBytes().name(1, LONG_TEXT));
        blocks.records(RING, new RecordBytes().root(1, 0, 0).outsize(1, 7, 0).end(1, 1));

        assertThat(Replays.onlySpan(blocks).name()).isEqualTo(LONG_TEXT);
        assertThat(Replays.of(blocks).newest(1).get(0).rootName()).isEqualTo(LONG_TEXT);
    }

    @Test
    void aLongFactIsAFact() {
        value(
                7,
                new RecordBytes()
                        .fact(
                                traceHigh(RING, 1),
                                traceLow(RING, 1),
                                TraceFactDescriptor.KIND_METADATA,
                                "key",
                                LONG_TEXT));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).outsize(0, 7, 0).end(1, 1));

        assertThat(Replays.onlyTrace(blocks).info().metadata()).containsEntry("key", LONG_TEXT);
    }

    @Test
    void anotherThreadSetsALongValue() {
        value(7, new RecordBytes().attribute(1, 2, LONG_TEXT));
        blocks.records(OTHER, new RecordBytes().foreign(0, new RecordBytes().outsize(1, 7, 0)));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));

        assertThat(Replays.onlySpan(blocks).attributes()).containsEntry("key", LONG_TEXT);
    }

    @Test
    void aLongRecordMayHoldOneAboutAnotherRing() {
        value(7, new RecordBytes().foreign(0, new RecordBytes().attribute(1, 2, LONG_TEXT)));
        blocks.records(OTHER, new RecordBytes().outsize(1, 7, 0));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1));

        assertThat(Replays.onlySpan(blocks).attributes()).containsEntry("key", LONG_TEXT);
    }

    @Test
    void partsThatWereStoredAgainCountOnce() {
        final byte[] record = new RecordBytes().attribute(1, 2, LONG_TEXT).bytes();
        final int firstPart = blocks.size();
        blocks.value(1, 7, record, PART_BYTES);
        for (int i = blocks.size() - 1; i > firstPart + 2; i--) {
            blocks.remove(i); // the writer failed there
        }
        blocks.value(1, 7, record, PART_BYTES);
        blocks.records(RING, new RecordBytes().root(1, 0, 1).outsize(1, 7, 0).end(1, 1));

        assertThat(Replays.onlySpan(blocks).attributes()).containsEntry("key", LONG_TEXT);
    }

    @Test
    void aValueWithALostPartCountsAsDropped() {
        final int firstPart = blocks.size();
        value(7, new RecordBytes().attribute(1, 2, LONG_TEXT));
        blocks.remove(firstPart + 1);
        blocks.records(RING, new RecordBytes().root(1, 0, 1).outsize(1, 7, 0).end(1, 1));

        final SpanData span = Replays.onlySpan(blocks);

        assertThat(span.attributes()).isEmpty();
        assertThat(span.droppedRecords()).isEqualTo(1);
    }

    private void value(final long valueId, final RecordBytes record) {
        blocks.value(1, valueId, record.bytes(), PART_BYTES);
    }
}
