package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.ForeignDescriptor;
import io.hotspan.record.OutsizeDescriptor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordHandler;
import io.hotspan.record.RecordType;
import io.hotspan.record.RecordWalker;
import io.hotspan.replay.VerifiedSession.AwaitedSpan;
import io.hotspan.replay.VerifiedSession.SpanName;
import org.agrona.DirectBuffer;

/**
 * Checks records one by one: that each is about a span that has begun, that none ends twice, that
 * spans are numbered without gaps, that symbols and long values are there.
 */
final class RecordVerifier implements RecordHandler {
    private final Findings findings;
    private VerifiedSession session;
    private VerifiedRing ring;
    private BlockPlace place;
    private int contentIndex;
    private long recordCount;
    private long spanCount;
    private long unknownCount;

    RecordVerifier(final Findings findings) {
        this.findings = findings;
    }

    long recordCount() {
        return recordCount;
    }

    long spanCount() {
        return spanCount;
    }

    long unknownCount() {
        return unknownCount;
    }

    void verify(
            final VerifiedSession ofSession,
            final VerifiedRing ofRing,
            final BlockPlace blockPlace,
            final DirectBuffer content,
            final int index,
            final int lengthBytes) {
        session = ofSession;
        ring = ofRing;
        place = blockPlace;
        contentIndex = index;
        RecordWalker.walk(content, index, lengthBytes, this);
    }

    @Override
    public void onDamage(final int offset, final String problem) {
        findings.add("record at byte " + (offset - contentIndex) + " of the block: " + problem);
    }

    @Override
    public void onRecord(
            final int type,
            final long ordinal,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        recordCount++;
        if (type == 0 || type > RecordType.TIME) {
            unknownCount++;
            return;
        }
        content(type, buffer, offset);
        switch (type) {
            case RecordType.PADDING, RecordType.THREAD, RecordType.TRACE_FACT -> {}
            case RecordType.CLAIMED -> onDamage(offset, "a claim that was never committed");
            case RecordType.START_ROOT, RecordType.START_CHILD, RecordType.START_EXPLICIT ->
                    start(ordinal, offset);
            case RecordType.FOREIGN -> foreign(ordinal, buffer, offset);
            case RecordType.OUTSIZE -> outsize(ordinal, buffer, offset);
            default -> local(type, ordinal, offset);
        }
    }

    private void start(final long ordinal, final int offset) {
        spanCount++;
        if (!ring.begin(ordinal)) {
            onDamage(offset, "span " + ordinal + " of ring " + ringNumber() + " begins twice");
        }
        if (!session.awaited.isEmpty()) {
            final AwaitedSpan awaited = session.awaited.remove(new SpanName(ringNumber(), ordinal));
            if (awaited != null && awaited.isEnded) {
                ring.open.remove(ordinal);
            }
        }
    }

    /** A record may stand behind its span's END: two threads may race for a detached span. */
    private void local(final int type, final long ordinal, final int offset) {
        final boolean isFine =
                isEnd(type) ? ring.open.remove(ordinal) : ring.ledger.hasBegun(ordinal);
        if (!isFine && !ring.mayHaveBegunBefore(ordinal)) {
            onDamage(
                    offset,
                    "a record of type "
                            + type
                            + " about span "
                            + ordinal
                            + " of ring "
                            + ringNumber()
                            + ", which "
                            + (ring.ledger.hasBegun(ordinal) ? "has ended" : "has not begun"));
        }
    }

    private void foreign(final long ordinal, final DirectBuffer buffer, final int offset) {
        final int recordOffset = offset + ForeignDescriptor.RECORD_OFFSET;
        final int type = RecordDescriptor.type(buffer.getLong(recordOffset, LITTLE_ENDIAN));
        content(type, buffer, recordOffset);
        if (type == RecordType.OUTSIZE) {
            value(buffer, recordOffset);
        }
        there(
                type,
                buffer.getInt(offset + ForeignDescriptor.RING_NUMBER_OFFSET, LITTLE_ENDIAN),
                ordinal,
                offset);
    }

    /**
     * A record about a span of any ring; it may come before its span begins, or after it has ended.
     */
    private void there(final int type, final int ringNumber, final long ordinal, final int offset) {
        final VerifiedRing there = session.rings.get(ringNumber);
        if (there == null || !there.ledger.hasBegun(ordinal)) {
            if (there == null || !there.mayHaveBegunBefore(ordinal)) {
                session.awaited.computeIfAbsent(
                                        new SpanName(ringNumber, ordinal),
                                        name -> new AwaitedSpan(place))
                                .isEnded |=
                        isEnd(type);
            }
        } else if (isEnd(type)
                && !there.open.remove(ordinal)
                && !there.mayHaveBegunBefore(ordinal)) {
            onDamage(offset, "span " + ordinal + " of ring " + ringNumber + " ends twice");
        }
    }

    private void outsize(final long ordinal, final DirectBuffer buffer, final int offset) {
        final ValueParts parts = value(buffer, offset);
        if (parts == null) {
            return;
        }
        final DirectBuffer prefix = parts.prefix();
        if (parts.type() == RecordType.FOREIGN) {
            there(
                    parts.recordType(),
                    prefix.getInt(ForeignDescriptor.RING_NUMBER_OFFSET, LITTLE_ENDIAN),
                    RecordDescriptor.ordinal(prefix.getLong(0, LITTLE_ENDIAN)),
                    offset);
        } else if (parts.type() != RecordType.TRACE_FACT) {
            local(parts.type(), ordinal, offset);
        }
    }

    /** The value that an OUTSIZE record names; null, and a finding, if it is not there. */
    private ValueParts value(final DirectBuffer buffer, final int offset) {
        final long valueId =
                buffer.getLong(offset + OutsizeDescriptor.VALUE_ID_OFFSET, LITTLE_ENDIAN);
        final ValueParts parts = session.values.get(valueId);
        session.values.remove(valueId);
        if (parts == null) {
            onDamage(offset, "the bytes of long record " + valueId + " are missing");
        }
        return parts;
    }

    private void content(final int type, final DirectBuffer buffer, final int offset) {
        final String problem = ContentVerifier.problem(type, buffer, offset, session.symbolCount);
        if (problem != null) {
            onDamage(offset, problem);
        }
    }

    private int ringNumber() {
        return ring.identity.ringNumber();
    }

    private static boolean isEnd(final int type) {
        return type == RecordType.END || type == RecordType.END_OK;
    }
}
