package io.hotspan.replay;

import static io.hotspan.replay.BlockList.EPOCH_NANOS;
import static io.hotspan.replay.BlockList.ring;
import static io.hotspan.replay.BlockList.spanId;
import static io.hotspan.replay.BlockList.traceHigh;
import static io.hotspan.replay.BlockList.traceId;
import static io.hotspan.replay.BlockList.traceLow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.StatusCode;
import io.hotspan.model.TraceId;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.TimeDescriptor;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the records of one span become. */
class ReplayedSpansTest {
    private static final RingIdentity RING = ring(1, 0);
    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int KEY = 3;

    private final BlockList blocks =
            new BlockList().header(1).symbols(1, 1, "name", "TOOL", "key", "mlflow.spanInputs");
    private final RecordBytes records = new RecordBytes();

    @Test
    void aSpanHasItsNameTypeAndTimes() {
        records.root(1, 10, NAME, TYPE).end(1, 25);

        final SpanData span = onlySpan();

        assertThat(span.name()).isEqualTo("name");
        assertThat(span.type()).isEqualTo("TOOL");
        assertThat(span.startEpochNanos()).isEqualTo(EPOCH_NANOS + 10);
        assertThat(span.endEpochNanos()).isEqualTo(EPOCH_NANOS + 25);
    }

    @Test
    void aSpanWithoutATypeIsUnknown() {
        records.root(1, 10, NAME).end(1, 25);

        assertThat(onlySpan().type()).isEqualTo("UNKNOWN");
    }

    @Test
    void idsAreComputedFromSeedsAndOrdinals() {
        records.root(1, 0, NAME).end(1, 1).root(2, 2, NAME).child(3, 3, NAME, 2, 2);
        records.end(3, 4).end(2, 5);
        blocks.records(RING, records);

        final List<SpanData> spans =
                Replays.of(blocks).find(traceId(RING, 2)).orElseThrow().spans();

        assertThat(spans).hasSize(2);
        final SpanData child = spans.get(1);
        assertThat(child.spanIdLong()).isEqualTo(spanId(RING, 3));
        assertThat(child.parentSpanIdLong()).isEqualTo(spanId(RING, 2));
        assertThat(child.traceIdHigh()).isEqualTo(traceHigh(RING, 2));
        assertThat(child.traceIdLow()).isEqualTo(traceLow(RING, 2));
    }

    @Test
    void aSpanOfATraceFromElsewhereKeepsTheIdsItWasGiven() {
        records.explicit(1, 0, NAME, 7, 8, 9).end(1, 1);
        blocks.records(RING, records);

        final SpanData span =
                Replays.of(blocks).find(new TraceId(7, 8)).orElseThrow().spans().get(0);

        assertThat(span.parentSpanIdLong()).isEqualTo(9);
        assertThat(span.spanIdLong()).isEqualTo(spanId(RING, 1));
    }

    @Test
    void theEndTurnsAnUnsetStatusIntoOk() {
        records.root(1, 0, NAME).end(1, 1);

        assertThat(onlySpan().status()).isEqualTo(SpanStatus.OK);
    }

    @Test
    void theEndLeavesAnExplicitStatusAlone() {
        records.root(1, 0, NAME).status(1, 2, "broken").end(1, 1);

        assertThat(onlySpan().status()).isEqualTo(SpanStatus.error("broken"));
    }

    @Test
    void aGoodEndOfABlockOverridesTheStatus() {
        records.root(1, 0, NAME).status(1, 2, "broken").endOk(1, 1);

        assertThat(onlySpan().status()).isEqualTo(SpanStatus.OK);
    }

    @Test
    void theLastStatusWins() {
        records.root(1, 0, NAME).status(1, 1, "").status(1, 2, "late").end(1, 1);

        assertThat(onlySpan().status()).isEqualTo(SpanStatus.error("late"));
    }

    @Test
    void anOpenSpanIsUnsetAndOpen() {
        records.root(1, 0, NAME).attributeLong(1, KEY, 5);

        final SpanData span = onlySpan();

        assertThat(span.isOpen()).isTrue();
        assertThat(span.status().code()).isEqualTo(StatusCode.UNSET);
        assertThat(span.attributes()).containsExactly(entry("key", 5L));
    }

    @Test
    void attributesHaveTheTypesTheyWereSetWith() {
        records.root(1, 0, NAME)
                .attribute(1, "long", 1)
                .attributeLong(1, KEY, Long.MIN_VALUE)
                .attribute(1, "list", List.of(1, "two"))
                .attributeDouble(1, NAME, 0.5)
                .attributeBoolean(1, TYPE, true)
                .attribute(1, "ünï", "日本")
                .end(1, 1);

        assertThat(onlySpan().attributes())
                .containsExactly(
                        entry("long", 1L),
                        entry("key", Long.MIN_VALUE),
                        entry("list", List.of(1L, "two")),
                        entry("name", 0.5),
                        entry("TOOL", true),
                        entry("ünï", "日本"));
    }

    @Test
    void aLatin1AttributeKeepsItsCharacters() {
        records.root(1, 0, NAME).attributeLatin1(1, KEY, "Grüße").end(1, 1);

        assertThat(onlySpan().attributes()).containsExactly(entry("key", "Grüße"));
    }

    @Test
    void theLastWriteOfAKeyWinsInThePlaceOfTheFirst() {
        records.root(1, 0, NAME)
                .attributeLong(1, KEY, 1)
                .attributeLong(1, NAME, 2)
                .attributeLatin1(1, KEY, "last")
                .end(1, 1);

        assertThat(onlySpan().attributes())
                .containsExactly(entry("key", "last"), entry("name", 2L));
    }

    @Test
    void aNullValueKeepsItsKey() {
        records.root(1, 0, NAME).attribute(1, KEY, null).end(1, 1);

        assertThat(onlySpan().attributes()).containsEntry("key", null).hasSize(1);
    }

    @Test
    void inputsAreTheAttributeWithTheReservedKey() {
        records.root(1, 0, NAME).attribute(1, 4, Map.of("x", 1)).end(1, 1);

        final SpanData span = onlySpan();

        assertThat(span.inputs()).isEqualTo(Map.of("x", 1L));
        assertThat(span.attributes()).isEmpty();
    }

    @Test
    void eventsKeepTheirOrderTimesAndAttributes() {
        final Map<String, Object> attributes = new HashMap<>();
        attributes.put("n", null);
        records.root(1, 10, NAME).event(1, 12, KEY, attributes).eventAt(1, 5, "by hand").end(1, 20);

        final List<SpanEvent> events = onlySpan().events();

        assertThat(events)
                .containsExactly(
                        SpanEvent.at("key", EPOCH_NANOS + 12, attributes),
                        SpanEvent.at("by hand", 5, Map.of()));
    }

    @Test
    void aLinkNamesTheOtherSpan() {
        records.root(1, 0, NAME).link(1, 5, 6, 7, Map.of("why", "retry")).end(1, 1);

        assertThat(onlySpan().links())
                .containsExactly(new SpanLink(new TraceId(5, 6), 7, Map.of("why", "retry")));
    }

    @Test
    void theLastNameWins() {
        records.root(1, 0, 0).name(1, "first").name(1, "last").end(1, 1);

        assertThat(onlySpan().name()).isEqualTo("last");
    }

    @Test
    void aGivenStartAndEndOverrideTheClock() {
        records.root(1, 10, NAME)
                .time(1, TimeDescriptor.START, 100)
                .event(1, 12, KEY, Map.of())
                .time(1, TimeDescriptor.END, 300)
                .end(1, 20);

        final SpanData span = onlySpan();

        assertThat(span.startEpochNanos()).isEqualTo(100);
        assertThat(span.endEpochNanos()).isEqualTo(300);
        assertThat(span.events().get(0).epochNanos()).isEqualTo(EPOCH_NANOS + 12);
    }

    @Test
    void aNewAnchorBendsNoDuration() {
        records.root(1, 10, NAME);
        blocks.records(RING, records);
        blocks.records(RING, new ClockAnchor(EPOCH_NANOS + 999, 0), new RecordBytes().end(1, 30));

        assertThat(Replays.onlySpan(blocks).durationNanos()).isEqualTo(20);
    }

    @Test
    void theSpansOfARingBelongToTheThreadThatWroteToItLast() {
        records.thread("one").root(1, 0, NAME).thread("two").end(1, 1).root(2, 2, NAME).end(2, 3);
        blocks.records(RING, records);

        assertThat(Replays.spans(blocks))
                .extracting(SpanData::threadName)
                .containsExactly("one", "two");
    }

    @Test
    void droppedRecordsAreCountedOnTheirSpan() {
        records.root(1, 0, NAME).endDropping(1, 1, 3);

        assertThat(onlySpan().droppedRecords()).isEqualTo(3);
    }

    @Test
    void aRecordBehindTheEndChangesNothing() {
        records.root(1, 0, NAME).end(1, 1).attributeLong(1, KEY, 1).status(1, 2, "").end(1, 9);

        final SpanData span = onlySpan();

        assertThat(span.attributes()).isEmpty();
        assertThat(span.status()).isEqualTo(SpanStatus.OK);
        assertThat(span.durationNanos()).isEqualTo(1);
    }

    @Test
    void anUnknownTypeOfRecordIsSkipped() {
        records.root(1, 0, NAME).any(200, 1, 40).any(23, 1, 8).attributeLong(1, KEY, 1).end(1, 1);

        assertThat(onlySpan().attributes()).hasSize(1);
    }

    @Test
    void paddingIsSkipped() {
        records.root(1, 0, NAME).padding(4096).end(1, 1);

        assertThat(onlySpan().isOpen()).isFalse();
    }

    @Test
    void anUnknownSymbolIsATextThatSaysSo() {
        records.root(1, 0, 99).end(1, 1);

        assertThat(onlySpan().name()).isEqualTo("<unknown symbol 99>");
    }

    private SpanData onlySpan() {
        blocks.records(RING, records);
        return Replays.onlySpan(blocks);
    }
}
