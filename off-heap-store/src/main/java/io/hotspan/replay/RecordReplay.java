package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.ForeignDescriptor;
import io.hotspan.record.OutsizeDescriptor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordHandler;
import io.hotspan.record.RecordType;
import io.hotspan.record.RecordWalker;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanIds;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.record.ThreadDescriptor;
import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.value.MalformedValueException;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Turns the records of one ring after the other into changes of spans. Not thread-safe. */
final class RecordReplay implements RecordHandler {
    private final SpanListener listener;
    private final LiveSpans spans;
    private final SpanChanges changes;
    private final ReplayCounts counts;
    private final RecordDamage damage;

    private RingReplay ring;
    private SessionReplay session;
    private long ticksToEpochNanos;

    RecordReplay(
            final SpanListener listener,
            final LiveSpans spans,
            final ReplayCounts counts,
            final RecordDamage damage) {
        this.listener = listener;
        this.spans = spans;
        this.changes = new SpanChanges(spans, counts, damage);
        this.counts = counts;
        this.damage = damage;
    }

    /** Replays a run of records of a ring. */
    void replay(
            final RingReplay ofRing,
            final long toEpochNanos,
            final DirectBuffer content,
            final int index,
            final int lengthBytes) {
        ring = ofRing;
        session = ofRing.session;
        ticksToEpochNanos = toEpochNanos;
        RecordWalker.walk(content, index, lengthBytes, this);
    }

    @Override
    public void onRecord(
            final int type,
            final long ordinal,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        switch (type) {
            case RecordType.START_ROOT, RecordType.START_CHILD, RecordType.START_EXPLICIT ->
                    start(type, ordinal, buffer, offset);
            case RecordType.PADDING, RecordType.CLAIMED -> {}
            case RecordType.THREAD -> thread(buffer, offset);
            case RecordType.TRACE_FACT -> traceFact(buffer, offset);
            case RecordType.FOREIGN -> foreign(ordinal, buffer, offset);
            case RecordType.OUTSIZE -> outsize(ordinal, buffer, offset, lengthBytes);
            default -> {
                if (type < RecordType.END || type > RecordType.TIME) {
                    counts.unknownRecords++;
                    return;
                }
                final OpenSpan span = ring.spans.get(ordinal);
                if (span != null && !span.isEnded) {
                    changes.apply(span, type, buffer, offset, lengthBytes);
                } else {
                    counts.unmatchedRecords++;
                }
            }
        }
    }

    @Override
    public void onDamage(final int offset, final String problem) {
        damage.found(offset, problem);
    }

    private void start(
            final int type, final long ordinal, final DirectBuffer buffer, final int offset) {
        final OpenSpan older = ring.spans.get(ordinal);
        if (older != null) {
            spans.finishNow(older); // after damage: the two are never mixed
        }
        if (type == RecordType.START_CHILD) {
            startChild(ordinal, buffer, offset);
        } else if (type == RecordType.START_ROOT) {
            startRoot(ordinal, buffer, offset);
        } else {
            startExplicit(ordinal, buffer, offset);
        }
    }

    private void startRoot(final long ordinal, final DirectBuffer buffer, final int offset) {
        final RingIdentity identity = ring.identity;
        final TraceEntry trace =
                listener.traceOf(
                        SpanIds.traceHigh(identity.traceHighSeed(), ordinal),
                        SpanIds.traceLow(identity.traceLowSeed(), ordinal),
                        true);
        begin(ordinal, trace, ordinal, 0, 0, buffer, offset);
    }

    private void startChild(final long ordinal, final DirectBuffer buffer, final int offset) {
        final long parentOrdinal =
                ordinal - distance(buffer, offset + SpanStartDescriptor.PARENT_DISTANCE_OFFSET);
        final long rootOrdinal =
                ordinal - distance(buffer, offset + SpanStartDescriptor.ROOT_DISTANCE_OFFSET);
        if (rootOrdinal < 1 || parentOrdinal < rootOrdinal || parentOrdinal >= ordinal) {
            damage.found(
                    offset, "impossible parent: root=" + rootOrdinal + ", parent=" + parentOrdinal);
            return;
        }
        final OpenSpan parent = ring.spans.get(parentOrdinal);
        final TraceEntry trace;
        if (parent != null && parent.rootOrdinal == rootOrdinal) {
            trace = parent.trace;
        } else {
            final RingIdentity identity = ring.identity;
            trace =
                    listener.traceOf(
                            SpanIds.traceHigh(identity.traceHighSeed(), rootOrdinal),
                            SpanIds.traceLow(identity.traceLowSeed(), rootOrdinal),
                            false);
        }
        begin(ordinal, trace, rootOrdinal, parentOrdinal, 0, buffer, offset);
    }

    private void startExplicit(final long ordinal, final DirectBuffer buffer, final int offset) {
        final long parentSpanId =
                buffer.getLong(offset + SpanStartDescriptor.PARENT_SPAN_ID_OFFSET, LITTLE_ENDIAN);
        final TraceEntry trace =
                listener.traceOf(
                        buffer.getLong(
                                offset + SpanStartDescriptor.TRACE_HIGH_OFFSET, LITTLE_ENDIAN),
                        buffer.getLong(
                                offset + SpanStartDescriptor.TRACE_LOW_OFFSET, LITTLE_ENDIAN),
                        parentSpanId == 0);
        begin(ordinal, trace, 0, 0, parentSpanId, buffer, offset);
    }

    private void begin(
            final long ordinal,
            final TraceEntry trace,
            final long rootOrdinal,
            final long parentOrdinal,
            final long parentSpanId,
            final DirectBuffer buffer,
            final int offset) {
        final RingReplay ring = this.ring;
        ring.ledger.begin(ordinal);
        OpenSpan span = null;
        if (trace != null) {
            span = spans.begin(ring, ordinal, trace);
            span.rootOrdinal = rootOrdinal;
            span.parentOrdinal = parentOrdinal;
            span.parentSpanId = parentSpanId;
            final long ticks =
                    buffer.getLong(offset + SpanStartDescriptor.START_TICKS_OFFSET, LITTLE_ENDIAN);
            span.ticksToEpochNanos = ticksToEpochNanos;
            span.startEpochNanos = ticks + ticksToEpochNanos;
            nameAndType(span, buffer, offset);
            listener.started(span);
        }
        if (!session.pending.isEmpty()) {
            applyPending(ordinal, span);
        }
    }

    private void nameAndType(final OpenSpan span, final DirectBuffer buffer, final int offset) {
        final SymbolTexts symbols = session.symbols;
        final int name =
                buffer.getInt(offset + SpanStartDescriptor.NAME_SYMBOL_OFFSET, LITTLE_ENDIAN);
        span.name = name == 0 ? "" : symbols.text(name);
        if (span.wantsDetails) {
            span.threadName = ring.threadName;
            final int type =
                    buffer.getInt(offset + SpanStartDescriptor.TYPE_SYMBOL_OFFSET, LITTLE_ENDIAN);
            span.type = type == 0 ? null : symbols.text(type);
        }
    }

    /** The span is null if nobody wants it. */
    private void applyPending(final long ordinal, final OpenSpan span) {
        final List<UnsafeBuffer> records =
                session.pending.remove(ring.identity.ringNumber(), ordinal);
        if (records != null) {
            for (final UnsafeBuffer record : records) {
                final long header = record.getLong(0, LITTLE_ENDIAN);
                applyOrDrop(span, RecordDescriptor.type(header), record, 0, record.capacity());
            }
        }
    }

    private void thread(final DirectBuffer buffer, final int offset) {
        ring.threadName =
                damage.text(
                        buffer,
                        offset,
                        ThreadDescriptor.VALUE_LENGTH_OFFSET,
                        ThreadDescriptor.VALUE_OFFSET);
    }

    private void traceFact(final DirectBuffer buffer, final int offset) {
        final long high =
                buffer.getLong(offset + TraceFactDescriptor.TRACE_HIGH_OFFSET, LITTLE_ENDIAN);
        final long low =
                buffer.getLong(offset + TraceFactDescriptor.TRACE_LOW_OFFSET, LITTLE_ENDIAN);
        if (!listener.wantsFacts(high, low)) {
            return;
        }
        try {
            final TraceFact fact = TraceFact.read(buffer, offset);
            if (fact == null) {
                damage.found(offset, "a fact about a trace that is no text");
            } else {
                listener.fact(high, low, fact);
            }
        } catch (final MalformedValueException e) {
            damage.found(offset, e.getMessage());
        }
    }

    private void foreign(final long ordinal, final DirectBuffer buffer, final int offset) {
        final int recordOffset = offset + ForeignDescriptor.RECORD_OFFSET;
        final long header = buffer.getLong(recordOffset, LITTLE_ENDIAN);
        applyThere(
                buffer.getInt(offset + ForeignDescriptor.RING_NUMBER_OFFSET, LITTLE_ENDIAN),
                ordinal,
                RecordDescriptor.type(header),
                buffer,
                recordOffset,
                RecordDescriptor.lengthBytes(header));
    }

    /** Applies a record to a span of any ring. */
    private void applyThere(
            final int ringNumber,
            final long ordinal,
            final int type,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        final RingReplay there = session.rings.get(ringNumber);
        final OpenSpan span = there == null ? null : there.spans.get(ordinal);
        if (span == null
                && (there == null || !there.ledger.hasBegun(ordinal))
                && session.pending.add(ringNumber, ordinal, buffer, offset, lengthBytes)) {
            return;
        }
        applyOrDrop(span, type, buffer, offset, lengthBytes);
    }

    private void applyOrDrop(
            final OpenSpan span,
            final int type,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        if (span != null) {
            changes.apply(span, type, buffer, offset, lengthBytes);
            return;
        }
        counts.unmatchedRecords++;
        if (type == RecordType.OUTSIZE) {
            session.values.remove(
                    buffer.getLong(offset + OutsizeDescriptor.VALUE_ID_OFFSET, LITTLE_ENDIAN));
        }
    }

    private void outsize(
            final long ordinal,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        final long valueId =
                buffer.getLong(offset + OutsizeDescriptor.VALUE_ID_OFFSET, LITTLE_ENDIAN);
        final ValueParts parts = session.values.get(valueId);
        final int type = parts == null ? 0 : parts.type();
        if (type == RecordType.FOREIGN) {
            final DirectBuffer prefix = parts.prefix();
            applyThere(
                    prefix.getInt(ForeignDescriptor.RING_NUMBER_OFFSET, LITTLE_ENDIAN),
                    RecordDescriptor.ordinal(prefix.getLong(0, LITTLE_ENDIAN)),
                    RecordType.OUTSIZE,
                    buffer,
                    offset,
                    lengthBytes);
        } else if (type == RecordType.TRACE_FACT) {
            session.values.remove(valueId);
            longTraceFact(parts, offset);
        } else {
            final OpenSpan span = ring.spans.get(ordinal);
            applyOrDrop(
                    span == null || span.isEnded ? null : span,
                    RecordType.OUTSIZE,
                    buffer,
                    offset,
                    lengthBytes);
        }
    }

    private void longTraceFact(final ValueParts parts, final int offset) {
        final DirectBuffer prefix = parts.prefix();
        if (!listener.wantsFacts(
                prefix.getLong(TraceFactDescriptor.TRACE_HIGH_OFFSET, LITTLE_ENDIAN),
                prefix.getLong(TraceFactDescriptor.TRACE_LOW_OFFSET, LITTLE_ENDIAN))) {
            return;
        }
        final byte[] bytes = parts.fetch();
        if (bytes == null) {
            damage.found(offset, "the bytes of a long record cannot be read");
            return;
        }
        final UnsafeBuffer record = new UnsafeBuffer(bytes);
        if (RecordWalker.fits(RecordType.TRACE_FACT, record, 0, bytes.length)) {
            traceFact(record, 0);
        } else {
            damage.found(offset, "a long record is too short for what it holds");
        }
    }

    private static long distance(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset, LITTLE_ENDIAN) & 0xFFFF_FFFFL;
    }
}
