package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.AttributeDescriptor;
import io.hotspan.record.EventDescriptor;
import io.hotspan.record.ForeignDescriptor;
import io.hotspan.record.LinkDescriptor;
import io.hotspan.record.NameDescriptor;
import io.hotspan.record.OutsizeDescriptor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.record.StatusDescriptor;
import io.hotspan.record.ThreadDescriptor;
import io.hotspan.record.TimeDescriptor;
import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.value.ValueEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** Writes records one behind the other, for tests. Each method is a record. */
final class RecordBytes {
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final ValueEncoder encoder = new ValueEncoder();
    private int length;
    private int record;

    DirectBuffer buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        final byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    void clear() {
        length = 0;
    }

    RecordBytes thread(final String name) {
        claim(ThreadDescriptor.VALUE_OFFSET);
        putValue(ThreadDescriptor.VALUE_LENGTH_OFFSET, name);
        return commit(RecordType.THREAD, 0);
    }

    RecordBytes root(final long ordinal, final long ticks, final int name) {
        return root(ordinal, ticks, name, 0);
    }

    RecordBytes root(final long ordinal, final long ticks, final int name, final int type) {
        claim(SpanStartDescriptor.ROOT_LENGTH);
        putStart(ticks, name, type);
        return commit(RecordType.START_ROOT, ordinal);
    }

    RecordBytes child(
            final long ordinal,
            final long ticks,
            final int name,
            final long parent,
            final long root) {
        claim(SpanStartDescriptor.CHILD_LENGTH);
        putStart(ticks, name, 0);
        putInt(SpanStartDescriptor.PARENT_DISTANCE_OFFSET, (int) (ordinal - parent));
        putInt(SpanStartDescriptor.ROOT_DISTANCE_OFFSET, (int) (ordinal - root));
        return commit(RecordType.START_CHILD, ordinal);
    }

    RecordBytes explicit(
            final long ordinal,
            final long ticks,
            final int name,
            final long traceHigh,
            final long traceLow,
            final long parentSpanId) {
        claim(SpanStartDescriptor.EXPLICIT_LENGTH);
        putStart(ticks, name, 0);
        putLong(SpanStartDescriptor.TRACE_HIGH_OFFSET, traceHigh);
        putLong(SpanStartDescriptor.TRACE_LOW_OFFSET, traceLow);
        putLong(SpanStartDescriptor.PARENT_SPAN_ID_OFFSET, parentSpanId);
        return commit(RecordType.START_EXPLICIT, ordinal);
    }

    RecordBytes end(final long ordinal, final long ticks) {
        claim(SpanEndDescriptor.LENGTH);
        putLong(SpanEndDescriptor.END_TICKS_OFFSET, ticks);
        return commit(RecordType.END, ordinal);
    }

    RecordBytes endOk(final long ordinal, final long ticks) {
        claim(SpanEndDescriptor.LENGTH);
        putLong(SpanEndDescriptor.END_TICKS_OFFSET, ticks);
        return commit(RecordType.END_OK, ordinal);
    }

    RecordBytes endDropping(final long ordinal, final long ticks, final long dropped) {
        claim(SpanEndDescriptor.LENGTH_WITH_DROPPED);
        putLong(SpanEndDescriptor.END_TICKS_OFFSET, ticks);
        putLong(SpanEndDescriptor.DROPPED_COUNT_OFFSET, dropped);
        return commit(RecordType.END, ordinal);
    }

    RecordBytes attributeLong(final long ordinal, final int key, final long value) {
        claim(AttributeDescriptor.NUMBER_LENGTH);
        putInt(AttributeDescriptor.KEY_SYMBOL_OFFSET, key);
        putLong(AttributeDescriptor.NUMBER_OFFSET, value);
        return commit(RecordType.ATTRIBUTE_LONG, ordinal);
    }

    RecordBytes attributeDouble(final long ordinal, final int key, final double value) {
        claim(AttributeDescriptor.NUMBER_LENGTH);
        putInt(AttributeDescriptor.KEY_SYMBOL_OFFSET, key);
        putLong(AttributeDescriptor.NUMBER_OFFSET, Double.doubleToRawLongBits(value));
        return commit(RecordType.ATTRIBUTE_DOUBLE, ordinal);
    }

    RecordBytes attributeBoolean(final long ordinal, final int key, final boolean value) {
        claim(AttributeDescriptor.BOOLEAN_LENGTH);
        putInt(AttributeDescriptor.KEY_SYMBOL_OFFSET, key);
        putInt(AttributeDescriptor.BOOLEAN_OFFSET, value ? 1 : 0);
        return commit(RecordType.ATTRIBUTE_BOOLEAN, ordinal);
    }

    RecordBytes attributeLatin1(final long ordinal, final int key, final String value) {
        final byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
        claim(AttributeDescriptor.VALUE_OFFSET);
        putInt(AttributeDescriptor.KEY_SYMBOL_OFFSET, key);
        putInt(AttributeDescriptor.VALUE_LENGTH_OFFSET, text.length);
        buffer.putBytes(length, text);
        length += text.length;
        return commit(RecordType.ATTRIBUTE_LATIN1, ordinal);
    }

    RecordBytes attribute(final long ordinal, final int key, final Object value) {
        claim(AttributeDescriptor.VALUE_OFFSET);
        putInt(AttributeDescriptor.KEY_SYMBOL_OFFSET, key);
        putValue(AttributeDescriptor.VALUE_LENGTH_OFFSET, value);
        return commit(RecordType.ATTRIBUTE_VALUE, ordinal);
    }

    RecordBytes attribute(final long ordinal, final String key, final Object value) {
        claim(AttributeDescriptor.VALUE_OFFSET);
        putInt(AttributeDescriptor.KEY_SYMBOL_OFFSET, 0);
        putValue(AttributeDescriptor.VALUE_LENGTH_OFFSET, key, value);
        return commit(RecordType.ATTRIBUTE_VALUE, ordinal);
    }

    RecordBytes event(
            final long ordinal, final long ticks, final int name, final Map<String, ?> attributes) {
        claim(EventDescriptor.VALUE_OFFSET);
        putLong(EventDescriptor.TIME_OFFSET, ticks);
        putInt(EventDescriptor.NAME_SYMBOL_OFFSET, name);
        putValue(EventDescriptor.VALUE_LENGTH_OFFSET, attributes);
        return commit(RecordType.EVENT, ordinal);
    }

    RecordBytes eventAt(final long ordinal, final long epochNanos, final String name) {
        claim(EventDescriptor.VALUE_OFFSET);
        putLong(EventDescriptor.TIME_OFFSET, epochNanos);
        putInt(EventDescriptor.NAME_SYMBOL_OFFSET, 0);
        putValue(EventDescriptor.VALUE_LENGTH_OFFSET, name, Map.of());
        return commit(RecordType.EVENT_AT, ordinal);
    }

    RecordBytes status(final long ordinal, final int code, final String description) {
        claim(StatusDescriptor.VALUE_OFFSET);
        putInt(StatusDescriptor.CODE_OFFSET, code);
        putValue(StatusDescriptor.VALUE_LENGTH_OFFSET, description);
        return commit(RecordType.STATUS, ordinal);
    }

    RecordBytes name(final long ordinal, final String name) {
        claim(NameDescriptor.VALUE_OFFSET);
        putInt(NameDescriptor.NAME_SYMBOL_OFFSET, 0);
        putValue(NameDescriptor.VALUE_LENGTH_OFFSET, name);
        return commit(RecordType.NAME, ordinal);
    }

    RecordBytes time(final long ordinal, final int which, final long epochNanos) {
        claim(TimeDescriptor.LENGTH);
        putLong(TimeDescriptor.EPOCH_NANOS_OFFSET, epochNanos);
        putInt(TimeDescriptor.WHICH_OFFSET, which);
        return commit(RecordType.TIME, ordinal);
    }

    RecordBytes link(
            final long ordinal,
            final long traceHigh,
            final long traceLow,
            final long spanId,
            final Map<String, ?> attributes) {
        claim(LinkDescriptor.VALUE_OFFSET);
        putLong(LinkDescriptor.TRACE_HIGH_OFFSET, traceHigh);
        putLong(LinkDescriptor.TRACE_LOW_OFFSET, traceLow);
        putLong(LinkDescriptor.SPAN_ID_OFFSET, spanId);
        putValue(LinkDescriptor.VALUE_LENGTH_OFFSET, attributes);
        return commit(RecordType.LINK, ordinal);
    }

    RecordBytes fact(
            final long traceHigh,
            final long traceLow,
            final int kind,
            final String key,
            final String value) {
        claim(TraceFactDescriptor.VALUE_OFFSET);
        putLong(TraceFactDescriptor.TRACE_HIGH_OFFSET, traceHigh);
        putLong(TraceFactDescriptor.TRACE_LOW_OFFSET, traceLow);
        putInt(TraceFactDescriptor.KIND_OFFSET, kind);
        putValue(TraceFactDescriptor.VALUE_LENGTH_OFFSET, key, value);
        return commit(RecordType.TRACE_FACT, 0);
    }

    /** Wraps the one record in others. */
    RecordBytes foreign(final int ringNumber, final RecordBytes other) {
        claim(ForeignDescriptor.RECORD_OFFSET);
        putInt(ForeignDescriptor.RING_NUMBER_OFFSET, ringNumber);
        buffer.putBytes(length, other.buffer, 0, other.length);
        length += other.length;
        return commit(
                RecordType.FOREIGN,
                RecordDescriptor.ordinal(other.buffer.getLong(0, LITTLE_ENDIAN)));
    }

    RecordBytes outsize(final long ordinal, final long valueId, final long lengthBytes) {
        claim(OutsizeDescriptor.LENGTH);
        putLong(OutsizeDescriptor.VALUE_ID_OFFSET, valueId);
        putLong(OutsizeDescriptor.LENGTH_BYTES_OFFSET, lengthBytes);
        return commit(RecordType.OUTSIZE, ordinal);
    }

    RecordBytes padding(final int lengthBytes) {
        claim(lengthBytes);
        return commit(RecordType.PADDING, 0);
    }

    /** A record of any type with a body of zeros. */
    RecordBytes any(final int type, final long ordinal, final int lengthBytes) {
        claim(lengthBytes);
        return commit(type, ordinal);
    }

    /** Anything at all. */
    RecordBytes word(final long word) {
        buffer.putLong(length, word, LITTLE_ENDIAN);
        length += Long.BYTES;
        return this;
    }

    private void putStart(final long ticks, final int name, final int type) {
        putLong(SpanStartDescriptor.START_TICKS_OFFSET, ticks);
        putInt(SpanStartDescriptor.NAME_SYMBOL_OFFSET, name);
        putInt(SpanStartDescriptor.TYPE_SYMBOL_OFFSET, type);
    }

    private void putValue(final int lengthOffset, final Object... values) {
        final int begin = length;
        for (final Object value : values) {
            final int bytes = encoder.encode(value);
            buffer.putBytes(length, encoder.buffer(), 0, bytes);
            length += bytes;
        }
        putInt(lengthOffset, length - begin);
    }

    private void claim(final int lengthBytes) {
        record = length;
        buffer.checkLimit(record + lengthBytes);
        buffer.setMemory(record, lengthBytes, (byte) 0);
        length = record + lengthBytes;
    }

    private RecordBytes commit(final int type, final long ordinal) {
        final int aligned = RecordDescriptor.align(length);
        buffer.setMemory(length, aligned - length, (byte) 0);
        length = aligned;
        final int lengthBytes = length - record;
        // a record too long for a header is for value blocks, where the length is 0
        final int told = lengthBytes > RecordDescriptor.MAX_LENGTH_BYTES ? 0 : lengthBytes;
        buffer.putLong(record, RecordDescriptor.header(told, type, ordinal), LITTLE_ENDIAN);
        return this;
    }

    private void putInt(final int offset, final int value) {
        buffer.putInt(record + offset, value, LITTLE_ENDIAN);
    }

    private void putLong(final int offset, final long value) {
        buffer.putLong(record + offset, value, LITTLE_ENDIAN);
    }
}
