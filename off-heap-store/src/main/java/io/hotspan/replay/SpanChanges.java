package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.model.SpanStatus;
import io.hotspan.model.StatusCode;
import io.hotspan.record.NameDescriptor;
import io.hotspan.record.OutsizeDescriptor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RecordWalker;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.StatusDescriptor;
import io.hotspan.record.TimeDescriptor;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Changes spans by the records about them, whichever ring those came from. Not thread-safe. */
final class SpanChanges {
    private static final StatusCode[] STATUS_CODES = {
        StatusCode.UNSET, StatusCode.OK, StatusCode.ERROR
    };

    private final LiveSpans spans;
    private final ReplayCounts counts;
    private final RecordDamage damage;

    SpanChanges(final LiveSpans spans, final ReplayCounts counts, final RecordDamage damage) {
        this.spans = spans;
        this.counts = counts;
        this.damage = damage;
    }

    /** Changes a span by a record about it. */
    void apply(
            final OpenSpan span,
            final int type,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        switch (type) {
            case RecordType.END, RecordType.END_OK -> end(span, type, buffer, offset, lengthBytes);
            case RecordType.STATUS -> status(span, buffer, offset);
            case RecordType.NAME -> name(span, buffer, offset);
            case RecordType.TIME -> time(span, buffer, offset);
            case RecordType.OUTSIZE -> value(span, buffer, offset, lengthBytes);
            default -> {
                if (DetailDecoder.isDetail(type)) {
                    detail(span, buffer, offset, lengthBytes);
                } else {
                    counts.unknownRecords++;
                }
            }
        }
    }

    private void end(
            final OpenSpan span,
            final int type,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        if (span.isEnded) {
            counts.unmatchedRecords++;
            return;
        }
        final long ticks =
                buffer.getLong(offset + SpanEndDescriptor.END_TICKS_OFFSET, LITTLE_ENDIAN);
        if (!span.isEndGiven) {
            span.endEpochNanos = ticks + span.ticksToEpochNanos;
        }
        span.endsOk = type == RecordType.END_OK;
        if (lengthBytes >= SpanEndDescriptor.LENGTH_WITH_DROPPED) {
            span.droppedRecords +=
                    buffer.getLong(offset + SpanEndDescriptor.DROPPED_COUNT_OFFSET, LITTLE_ENDIAN);
        }
        spans.end(span);
    }

    private void status(final OpenSpan span, final DirectBuffer buffer, final int offset) {
        final int code = buffer.getInt(offset + StatusDescriptor.CODE_OFFSET, LITTLE_ENDIAN);
        if (code < 0 || code >= STATUS_CODES.length) {
            damage.found(offset, "unknown status code: " + code);
            return;
        }
        final String description =
                !span.wantsDetails
                        ? null
                        : damage.text(
                                buffer,
                                offset,
                                StatusDescriptor.VALUE_LENGTH_OFFSET,
                                StatusDescriptor.VALUE_OFFSET);
        span.status = new SpanStatus(STATUS_CODES[code], description == null ? "" : description);
    }

    private static void time(final OpenSpan span, final DirectBuffer buffer, final int offset) {
        final long epochNanos =
                buffer.getLong(offset + TimeDescriptor.EPOCH_NANOS_OFFSET, LITTLE_ENDIAN);
        if (buffer.getInt(offset + TimeDescriptor.WHICH_OFFSET, LITTLE_ENDIAN)
                == TimeDescriptor.START) {
            span.startEpochNanos = epochNanos;
        } else {
            span.endEpochNanos = epochNanos;
            span.isEndGiven = true;
        }
    }

    private void name(final OpenSpan span, final DirectBuffer buffer, final int offset) {
        final int symbol = buffer.getInt(offset + NameDescriptor.NAME_SYMBOL_OFFSET, LITTLE_ENDIAN);
        final String name =
                symbol == 0
                        ? damage.text(
                                buffer,
                                offset,
                                NameDescriptor.VALUE_LENGTH_OFFSET,
                                NameDescriptor.VALUE_OFFSET)
                        : span.ring.session.symbols.text(symbol);
        if (name != null) {
            span.name = name;
        }
    }

    private void detail(
            final OpenSpan span,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        if (!span.wantsDetails) {
            return;
        }
        if (span.records.add(buffer, offset, lengthBytes)) {
            spans.addDetailBytes(span, lengthBytes);
        } else {
            span.droppedRecords++;
        }
    }

    /** Applies a record that was too long for its ring; it may be wrapped in a FOREIGN. */
    private void value(
            final OpenSpan span,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        final PendingValues values = span.ring.session.values;
        final long valueId =
                buffer.getLong(offset + OutsizeDescriptor.VALUE_ID_OFFSET, LITTLE_ENDIAN);
        final ValueParts parts = values.get(valueId);
        values.remove(valueId);
        if (parts == null) {
            span.droppedRecords++;
            damage.found(offset, "the bytes of a long record are missing: valueId=" + valueId);
            return;
        }
        final int type = parts.recordType();
        if (type == RecordType.STATUS && !span.wantsDetails) {
            status(span, parts.prefix(), parts.recordOffset()); // the code alone
        } else if (type == RecordType.STATUS || type == RecordType.NAME) {
            fetched(span, type, parts, offset);
        } else if (span.wantsDetails && span.records.addLong(buffer, offset, lengthBytes, parts)) {
            spans.addDetailBytes(span, lengthBytes + ValueParts.MEMORY_BYTES);
        }
    }

    private void fetched(
            final OpenSpan span, final int type, final ValueParts parts, final int offset) {
        final byte[] bytes = parts.fetch();
        final int recordOffset = parts.recordOffset();
        if (bytes == null || bytes.length < recordOffset + RecordDescriptor.HEADER_LENGTH) {
            span.droppedRecords++;
            damage.found(offset, "the bytes of a long record cannot be read");
            return;
        }
        final UnsafeBuffer record = new UnsafeBuffer(bytes);
        if (RecordWalker.fits(type, record, recordOffset, bytes.length - recordOffset)) {
            apply(span, type, record, recordOffset, bytes.length - recordOffset);
        } else {
            damage.found(offset, "a long record is too short for what it holds: type=" + type);
        }
    }
}
