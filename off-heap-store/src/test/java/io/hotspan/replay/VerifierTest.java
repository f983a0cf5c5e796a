package io.hotspan.replay;

import static io.hotspan.replay.BlockList.ring;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.journal.Damage;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final RingIdentity RING = ring(1, 0);
    private static final RingIdentity OTHER = ring(1, 1);

    private final BlockList blocks =
            new BlockList().header(1).positions(1).symbols(1, 1, "root", "key");

    @Test
    void aClosedSessionWithAllItsSpansIsWhole() {
        blocks.records(RING, span(1)).records(RING, span(2)).counters(RING, 2, 3, 4).footer(1);

        final VerifyReport report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.notClosedSessions()).isEmpty();
        assertThat(report.spans()).isEqualTo(2);
        assertThat(report.records()).isEqualTo(6);
        assertThat(report.lostSpans()).isEqualTo(3);
        assertThat(report.lostRecords()).isEqualTo(4);
    }

    @Test
    void aSessionThatIsNotClosedMayBeWhole() {
        blocks.records(RING, span(1)).records(RING, new RecordBytes().root(2, 5, 1));

        final VerifyReport report = verify();

        assertThat(report.isWhole()).isTrue();
        assertThat(report.notClosedSessions()).containsExactly(1L);
        assertThat(report.openSpans()).isEqualTo(1);
    }

    @Test
    void aMissingBlockIsFound() {
        blocks.records(RING, span(1)).records(RING, span(2)).records(RING, span(3));
        blocks.remove(4);

        assertFound("records of ring 0 are missing");
    }

    @Test
    void aBlockThatComesTwiceIsFound() {
        blocks.records(RING, span(1)).repeat(3);

        assertFound("records of ring 0 come twice");
    }

    @Test
    void aMissingFirstBlockIsFound() {
        blocks.records(RING, span(1)).records(RING, span(2)).remove(3);

        assertFound("records of ring 0 are missing");
    }

    @Test
    void aJournalWhoseOldSegmentsWereDeletedIsWhole() {
        final BlockList rest =
                new BlockList()
                        .header(1)
                        .positions(1, 4096)
                        .symbols(1, 1, "root")
                        .recordsAt(RING, 4096, new RecordBytes().end(7, 1).root(8, 2, 1).end(8, 3))
                        .counters(RING, 8, 0, 0)
                        .footer(1);

        assertThat(Replays.of(rest).verify().findings()).isEmpty();
    }

    @Test
    void aWrongChecksumIsFoundWithItsPlace() {
        blocks.records(RING, span(1)).records(RING, span(2)).damage(4);

        final VerifyReport report = verify();

        assertThat(report.findings())
                .extracting(Damage::reason)
                .containsExactly("a block's checksum is wrong");
        assertThat(report.findings().get(0).offset()).isEqualTo(4);
    }

    @Test
    void fewerSpansThanWereCountedAreFound() {
        blocks.records(RING, span(1)).counters(RING, 2, 0, 0).footer(1);

        assertFound("ring 0 counted 2 spans as recorded, but the last one here has number 1");
    }

    @Test
    void aRingThatIsMissingAltogetherIsFound() {
        blocks.records(RING, span(1)).counters(RING, 1, 0, 0).counters(OTHER, 5, 0, 0).footer(1);

        assertFound("ring 1 counted 5 spans as recorded, but none is here");
    }

    @Test
    void countersThatAreMissingAreFound() {
        blocks.records(RING, span(1)).footer(1);

        assertFound("ring 0 counted 0 spans as recorded");
    }

    @Test
    void aSessionThatAnotherProcessClosedIsCheckedByPositions() {
        blocks.records(RING, span(1)).anotherWriter(1).header(1).symbols(1, 1, "root");
        blocks.records(RING, new RecordBytes().root(3, 5, 1)).counters(RING, 4, 0, 0).footer(1);

        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aSessionThatWasRecoveredIsCheckedByPositions() {
        final BlockList recovered =
                new BlockList()
                        .header(1, "format=hotspan-journal\nrecovered=true\n")
                        .symbols(1, 1, "root", "key")
                        .records(RING, span(1))
                        .counters(RING, 2, 0, 0)
                        .footer(1);

        assertThat(Replays.of(recovered).verify().findings()).isEmpty();
    }

    @Test
    void aGapInTheNumbersOfSpansIsFound() {
        blocks.records(RING, span(1)).records(RING, span(3)).counters(RING, 3, 0, 0).footer(1);

        assertFound("spans 2 to 2 of ring 0 are missing");
    }

    @Test
    void spansThatOvertakeEachOtherAreFine() {
        blocks.records(
                        RING,
                        new RecordBytes()
                                .root(2, 1, 1)
                                .root(1, 0, 1)
                                .root(3, 2, 1)
                                .end(3, 3)
                                .end(1, 4)
                                .end(2, 5))
                .counters(RING, 3, 0, 0)
                .footer(1);

        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aSpanThatBeginsTwiceIsFound() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).root(1, 1, 1).end(1, 2));

        assertFound("span 1 of ring 0 begins twice");
    }

    @Test
    void anEndWithoutAStartIsFound() {
        blocks.records(RING, new RecordBytes().end(1, 1));

        assertFound("about span 1 of ring 0, which has not begun");
    }

    @Test
    void aSecondEndIsFound() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1).end(1, 2));

        assertFound("about span 1 of ring 0, which has ended");
    }

    @Test
    void anAttributeWithoutAStartIsFound() {
        blocks.records(RING, new RecordBytes().attributeLong(1, 2, 1));

        assertFound("about span 1 of ring 0, which has not begun");
    }

    @Test
    void anAttributeThatLostARaceAgainstTheEndIsFine() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1).attributeLong(1, 2, 1));

        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void recordsOfOtherThreadsMayComeBeforeAndAfterTheirSpan() {
        blocks.records(
                OTHER,
                new RecordBytes()
                        .foreign(0, new RecordBytes().attributeLong(1, 2, 1))
                        .foreign(0, new RecordBytes().end(1, 4)));
        blocks.records(RING, new RecordBytes().root(1, 0, 1).root(2, 1, 1).end(2, 2));
        blocks.records(
                OTHER, new RecordBytes().foreign(0, new RecordBytes().attributeLong(2, 2, 1)));
        blocks.counters(RING, 2, 0, 0).footer(1);

        final VerifyReport report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.openSpans()).isZero();
    }

    @Test
    void aRecordOfAnotherThreadAboutASpanThatNeverBeganIsFound() {
        blocks.records(RING, span(1)).counters(RING, 1, 0, 0);
        blocks.records(
                OTHER, new RecordBytes().foreign(0, new RecordBytes().attributeLong(2, 2, 1)));
        blocks.footer(1);

        assertFound("a record about span 2 of ring 0, which never began");
    }

    @Test
    void aSpanThatEndsTwiceIsFound() {
        blocks.records(RING, span(1));
        blocks.records(OTHER, new RecordBytes().foreign(0, new RecordBytes().end(1, 4)));

        assertFound("span 1 of ring 0 ends twice");
    }

    @Test
    void aSymbolThatIsNotKnownIsFound() {
        blocks.records(RING, new RecordBytes().root(1, 0, 3).end(1, 1));

        assertFound("symbol 3 is not known; this segment tells of 2");
    }

    @Test
    void eachSegmentMustTellItsSymbols() {
        blocks.records(RING, span(1)).header(1).records(RING, span(2));

        assertFound("symbol 1 is not known; this segment tells of 0");
    }

    @Test
    void aLongValueThatIsMissingIsFound() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).outsize(1, 5, 100).end(1, 1));

        assertFound("the bytes of long record 5 are missing");
    }

    @Test
    void aLongValueThatIsThereIsFine() {
        blocks.value(1, 5, new RecordBytes().attribute(1, 2, "long").bytes(), 16);
        blocks.records(RING, new RecordBytes().root(1, 0, 1).outsize(1, 5, 100).end(1, 1));

        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aValueThatIsNoneIsFound() {
        final byte[] bytes =
                new RecordBytes().root(1, 0, 1).attribute(1, 2, "text").end(1, 1).bytes();
        bytes[24 + 16] = (byte) 0x90; // a tag that is reserved
        blocks.recordsAt(RING, BlockList.ANCHOR, 0, new UnsafeBuffer(bytes), bytes.length);

        assertFound("record at byte 24 of the block: reserved tag");
    }

    @Test
    void anUncommittedClaimIsFound() {
        blocks.records(RING, new RecordBytes().any(RecordType.CLAIMED, 0, 24));

        assertFound("a claim that was never committed");
    }

    @Test
    void aTornRecordIsFound() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).end(1, 1).word(0));

        assertFound("record at byte 40 of the block: record length out of range: lengthBytes=0");
    }

    @Test
    void recordsOfALaterVersionAreNoDamage() {
        blocks.records(RING, new RecordBytes().root(1, 0, 1).any(99, 1, 24).end(1, 1));

        final VerifyReport report = verify();

        assertThat(report.isWhole()).isTrue();
        assertThat(report.unknownRecords()).isEqualTo(1);
    }

    @Test
    void onlyTheFirstFindingsAreTold() {
        final RecordBytes records = new RecordBytes();
        for (int i = 1; i <= 500; i++) {
            records.end(i, 1);
        }
        blocks.records(RING, records);

        final VerifyReport report = verify();

        assertThat(report.findingCount()).isEqualTo(500);
        assertThat(report.findings()).hasSize(VerifyReport.MAX_FINDINGS);
    }

    private static RecordBytes span(final long ordinal) {
        return new RecordBytes().root(ordinal, 0, 1).attributeLong(ordinal, 2, 1).end(ordinal, 1);
    }

    private VerifyReport verify() {
        return Replays.of(blocks).verify();
    }

    private void assertFound(final String reason) {
        final VerifyReport report = verify();
        assertThat(report.isWhole()).isFalse();
        assertThat(report.findings()).anyMatch(finding -> finding.reason().contains(reason));
        assertThat(report.findings()).allMatch(finding -> finding.file() != null);
    }
}
