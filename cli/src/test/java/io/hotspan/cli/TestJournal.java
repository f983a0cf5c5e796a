package io.hotspan.cli;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalWriter;
import io.hotspan.model.TraceId;
import io.hotspan.record.AttributeDescriptor;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.SpanIds;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.record.StatusDescriptor;
import io.hotspan.ring.RingCounters;
import io.hotspan.value.ValueEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A journal of one ring, written by the real writer from records made here. Times are nanoseconds
 * since {@link #EPOCH_NANOS}. What was recorded is in the journal after {@link #flush()}.
 */
final class TestJournal implements AutoCloseable {
    /** 2025-10-22T04:14:54.524157Z. */
    static final long EPOCH_NANOS = 1_761_106_494_524_157_000L;

    private static final long SESSION = 0x5E55;
    private static final RingIdentity RING = new RingIdentity(SESSION, 1, 11, 13, 17);
    private static final ClockAnchor ANCHOR = new ClockAnchor(EPOCH_NANOS, 0);
    private static final int STATUS_ERROR = 2;

    private final JournalWriter writer;
    private final UnsafeBuffer records = new UnsafeBuffer(ByteBuffer.allocateDirect(1 << 20));
    private final ValueEncoder encoder = new ValueEncoder();
    private final List<String> symbols = new ArrayList<>();
    private int lengthBytes;
    private long position;
    private long ordinal;
    private long lostSpans;

    TestJournal(final Path directory) {
        writer =
                JournalWriter.open(
                        directory,
                        JournalOptions.newBuilder()
                                .sessionId(SESSION)
                                .segmentBytes(JournalOptions.MIN_SEGMENT_BYTES)
                                .build());
    }

    /** A trace of a root and one child, CHAIN and TOOL, that took as long as is said. */
    TraceId trace(final String name, final long startNanos, final long durationNanos) {
        final long root = root(name, startNanos);
        child(root, name + "-child", startNanos + 1);
        end(root + 1, startNanos + durationNanos / 2);
        end(root, startNanos + durationNanos);
        return traceId(root);
    }

    /** A trace of a root alone, with status ERROR. */
    TraceId failedTrace(final String name, final long startNanos, final String description) {
        final long root = root(name, startNanos);
        final int valueLength = encoder.encode(description);
        final int length = RecordDescriptor.align(StatusDescriptor.VALUE_OFFSET + valueLength);
        final int offset = claim(length, RecordType.STATUS, root);
        putInt(offset + StatusDescriptor.CODE_OFFSET, STATUS_ERROR);
        putInt(offset + StatusDescriptor.VALUE_LENGTH_OFFSET, valueLength);
        records.putBytes(offset + StatusDescriptor.VALUE_OFFSET, encoder.buffer(), 0, valueLength);
        end(root, startNanos + 1_000);
        return traceId(root);
    }

    /** A root that has not ended, with one attribute; its ordinal. */
    long root(final String name, final long startNanos) {
        ordinal++;
        final int offset = claim(SpanStartDescriptor.ROOT_LENGTH, RecordType.START_ROOT, ordinal);
        start(offset, name, "CHAIN", startNanos);
        final int attribute =
                claim(AttributeDescriptor.NUMBER_LENGTH, RecordType.ATTRIBUTE_LONG, ordinal);
        putInt(attribute + AttributeDescriptor.KEY_SYMBOL_OFFSET, symbol("answer"));
        putLong(attribute + AttributeDescriptor.NUMBER_OFFSET, 42);
        return ordinal;
    }

    /** A trace of one span with an id of the caller's. */
    void traceWithId(final TraceId id, final String name, final long startNanos) {
        ordinal++;
        final int offset =
                claim(SpanStartDescriptor.EXPLICIT_LENGTH, RecordType.START_EXPLICIT, ordinal);
        start(offset, name, "CHAIN", startNanos);
        putLong(offset + SpanStartDescriptor.TRACE_HIGH_OFFSET, id.high());
        putLong(offset + SpanStartDescriptor.TRACE_LOW_OFFSET, id.low());
        end(ordinal, startNanos);
    }

    /** Ends a span. */
    void end(final long ended, final long nanos) {
        final int offset = claim(SpanEndDescriptor.LENGTH, RecordType.END, ended);
        putLong(offset + SpanEndDescriptor.END_TICKS_OFFSET, nanos);
    }

    /** Counts spans as lost. */
    void lose(final long spans) {
        lostSpans += spans;
    }

    static TraceId traceId(final long rootOrdinal) {
        return new TraceId(
                SpanIds.traceHigh(RING.traceHighSeed(), rootOrdinal),
                SpanIds.traceLow(RING.traceLowSeed(), rootOrdinal));
    }

    /** Makes what was recorded readable. */
    void flush() {
        writer.symbols(1, symbols);
        writer.append(RING, ANCHOR, position, records, 0, lengthBytes);
        position += lengthBytes;
        lengthBytes = 0;
    }

    @Override
    public void close() {
        if (lengthBytes > 0) {
            flush();
        }
        writer.counters(RING, new RingCounters(ordinal, lostSpans, 0, 0, 0, 0));
        writer.close();
    }

    private void child(final long root, final String name, final long startNanos) {
        ordinal++;
        final int offset = claim(SpanStartDescriptor.CHILD_LENGTH, RecordType.START_CHILD, ordinal);
        start(offset, name, "TOOL", startNanos);
        putInt(offset + SpanStartDescriptor.PARENT_DISTANCE_OFFSET, (int) (ordinal - root));
        putInt(offset + SpanStartDescriptor.ROOT_DISTANCE_OFFSET, (int) (ordinal - root));
    }

    private void start(
            final int offset, final String name, final String type, final long startNanos) {
        putLong(offset + SpanStartDescriptor.START_TICKS_OFFSET, startNanos);
        putInt(offset + SpanStartDescriptor.NAME_SYMBOL_OFFSET, symbol(name));
        putInt(offset + SpanStartDescriptor.TYPE_SYMBOL_OFFSET, symbol(type));
    }

    private int symbol(final String text) {
        if (!symbols.contains(text)) {
            symbols.add(text);
        }
        return symbols.indexOf(text) + 1;
    }

    private int claim(final int length, final int type, final long spanOrdinal) {
        final int offset = lengthBytes;
        lengthBytes += length;
        records.setMemory(offset, length, (byte) 0);
        putLong(offset, RecordDescriptor.header(length, type, spanOrdinal));
        return offset;
    }

    private void putInt(final int offset, final int value) {
        records.putInt(offset, value, LITTLE_ENDIAN);
    }

    private void putLong(final int offset, final long value) {
        records.putLong(offset, value, LITTLE_ENDIAN);
    }
}
