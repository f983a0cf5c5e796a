package io.hotspan.testing;

import io.hotspan.model.SpanId;
import io.hotspan.record.AttributeDescriptor;
import io.hotspan.record.EventDescriptor;
import io.hotspan.record.ForeignDescriptor;
import io.hotspan.record.LinkDescriptor;
import io.hotspan.record.NameDescriptor;
import io.hotspan.record.OutsizeDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.record.StatusDescriptor;
import io.hotspan.record.ThreadDescriptor;
import io.hotspan.record.TimeDescriptor;
import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.testing.Records.Record;
import io.hotspan.value.ValueDecoder;
import java.util.List;
import java.util.stream.Collectors;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records as lines of text, one each, for comparing: {@code #2 child of #1 "name" :CHAIN}, {@code
 * #2 key=5}, {@code #2 end}.
 */
public final class RecordText {
    private static final String[] FACTS = {
        "", "tag", "metadata", "state", "requestPreview", "responsePreview", "clientRequestId"
    };
    private static final String[] STATUSES = {"UNSET", "OK", "ERROR"};

    private final MemorySink sink;
    private final List<String> symbols;

    private RecordText(final MemorySink sink) {
        this.sink = sink;
        symbols = sink.symbolTexts();
    }

    /** All records of a sink, ring by ring, but padding and threads. */
    public static List<String> lines(final MemorySink sink) {
        final RecordText text = new RecordText(sink);
        return Records.of(sink).stream()
                .filter(record -> record.type() != RecordType.PADDING)
                .filter(record -> record.type() != RecordType.THREAD)
                .map(text::line)
                .collect(Collectors.toList());
    }

    /** One record as a line. */
    public static String line(final MemorySink sink, final Record record) {
        return new RecordText(sink).line(record);
    }

    private String line(final Record record) {
        final String body = body(record);
        return record.ordinal() == 0 ? body : "#" + record.ordinal() + " " + body;
    }

    private String body(final Record record) {
        switch (record.type()) {
            case RecordType.PADDING:
                return "padding " + record.lengthBytes();
            case RecordType.THREAD:
                return "thread " + quoted(payload(record, ThreadDescriptor.VALUE_LENGTH_OFFSET, 0));
            case RecordType.START_ROOT:
                return "root" + name(record);
            case RecordType.START_CHILD:
                return "child of #"
                        + (record.ordinal()
                                - record.getInt(SpanStartDescriptor.PARENT_DISTANCE_OFFSET))
                        + name(record);
            case RecordType.START_EXPLICIT:
                return "in "
                        + SpanId.hex(record.getLong(SpanStartDescriptor.TRACE_HIGH_OFFSET))
                        + SpanId.hex(record.getLong(SpanStartDescriptor.TRACE_LOW_OFFSET))
                        + " below "
                        + SpanId.hex(record.getLong(SpanStartDescriptor.PARENT_SPAN_ID_OFFSET))
                        + name(record);
            case RecordType.END:
                return "end" + dropped(record);
            case RecordType.END_OK:
                return "end ok" + dropped(record);
            case RecordType.ATTRIBUTE_LONG:
                return key(record) + record.getLong(AttributeDescriptor.NUMBER_OFFSET);
            case RecordType.ATTRIBUTE_DOUBLE:
                return key(record)
                        + Double.longBitsToDouble(
                                record.getLong(AttributeDescriptor.NUMBER_OFFSET));
            case RecordType.ATTRIBUTE_BOOLEAN:
                return key(record) + (record.getInt(AttributeDescriptor.BOOLEAN_OFFSET) == 1);
            case RecordType.ATTRIBUTE_LATIN1:
                return key(record) + quoted(latin1(record));
            case RecordType.ATTRIBUTE_VALUE:
                return attribute(record);
            case RecordType.EVENT:
                return "event" + event(record);
            case RecordType.EVENT_AT:
                return "event at " + record.getLong(EventDescriptor.TIME_OFFSET) + event(record);
            case RecordType.STATUS:
                return "status "
                        + STATUSES[record.getInt(StatusDescriptor.CODE_OFFSET)]
                        + " "
                        + quoted(payload(record, StatusDescriptor.VALUE_LENGTH_OFFSET, 0));
            case RecordType.NAME:
                return "name "
                        + quoted(
                                textOr(
                                        record,
                                        NameDescriptor.NAME_SYMBOL_OFFSET,
                                        NameDescriptor.VALUE_LENGTH_OFFSET));
            case RecordType.LINK:
                return "link "
                        + SpanId.hex(record.getLong(LinkDescriptor.TRACE_HIGH_OFFSET))
                        + SpanId.hex(record.getLong(LinkDescriptor.TRACE_LOW_OFFSET))
                        + " "
                        + SpanId.hex(record.getLong(LinkDescriptor.SPAN_ID_OFFSET))
                        + map(payload(record, LinkDescriptor.VALUE_LENGTH_OFFSET, 0));
            case RecordType.TRACE_FACT:
                return FACTS[record.getInt(TraceFactDescriptor.KIND_OFFSET)]
                        + " "
                        + payload(record, TraceFactDescriptor.VALUE_LENGTH_OFFSET, 0)
                        + "="
                        + quoted(payload(record, TraceFactDescriptor.VALUE_LENGTH_OFFSET, 1));
            case RecordType.FOREIGN:
                return "on ring "
                        + record.getInt(ForeignDescriptor.RING_NUMBER_OFFSET)
                        + ": "
                        + body(inner(record));
            case RecordType.OUTSIZE:
                return "outsize " + body(outsize(record));
            case RecordType.TIME:
                return (record.getInt(TimeDescriptor.WHICH_OFFSET) == TimeDescriptor.START
                                ? "started at "
                                : "ended at ")
                        + record.getLong(TimeDescriptor.EPOCH_NANOS_OFFSET);
            default:
                throw new AssertionError("unknown record type " + record.type());
        }
    }

    private static Record inner(final Record record) {
        final int offset = record.offset() + ForeignDescriptor.RECORD_OFFSET;
        return new Record(record.ring(), record.buffer().getLong(offset), record.buffer(), offset);
    }

    private Record outsize(final Record record) {
        final byte[] bytes = sink.valueBytes(record.getLong(OutsizeDescriptor.VALUE_ID_OFFSET));
        if (bytes == null
                || bytes.length != record.getLong(OutsizeDescriptor.LENGTH_BYTES_OFFSET)) {
            throw new AssertionError("a record came before its value");
        }
        final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        return new Record(record.ring(), buffer.getLong(0), buffer, 0);
    }

    private String name(final Record record) {
        final int type = record.getInt(SpanStartDescriptor.TYPE_SYMBOL_OFFSET);
        return " "
                + quoted(symbol(record.getInt(SpanStartDescriptor.NAME_SYMBOL_OFFSET)))
                + (type == 0 ? "" : " :" + symbol(type));
    }

    private static String dropped(final Record record) {
        return record.lengthBytes() == SpanEndDescriptor.LENGTH
                ? ""
                : " dropped=" + record.getLong(SpanEndDescriptor.DROPPED_COUNT_OFFSET);
    }

    private String key(final Record record) {
        return symbol(record.getInt(AttributeDescriptor.KEY_SYMBOL_OFFSET)) + "=";
    }

    private static String latin1(final Record record) {
        final byte[] bytes = new byte[record.getInt(AttributeDescriptor.VALUE_LENGTH_OFFSET)];
        record.buffer().getBytes(record.offset() + AttributeDescriptor.VALUE_OFFSET, bytes);
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private String attribute(final Record record) {
        final boolean inline = record.getInt(AttributeDescriptor.KEY_SYMBOL_OFFSET) == 0;
        final int at = AttributeDescriptor.VALUE_LENGTH_OFFSET;
        return inline
                ? payload(record, at, 0) + "=" + quoted(payload(record, at, 1))
                : key(record) + quoted(payload(record, at, 0));
    }

    private String event(final Record record) {
        final boolean inline = record.getInt(EventDescriptor.NAME_SYMBOL_OFFSET) == 0;
        return " "
                + quoted(
                        textOr(
                                record,
                                EventDescriptor.NAME_SYMBOL_OFFSET,
                                EventDescriptor.VALUE_LENGTH_OFFSET))
                + map(payload(record, EventDescriptor.VALUE_LENGTH_OFFSET, inline ? 1 : 0));
    }

    private Object textOr(final Record record, final int symbolAt, final int lengthAt) {
        final int symbol = record.getInt(symbolAt);
        return symbol == 0 ? payload(record, lengthAt, 0) : symbol(symbol);
    }

    /** The value of that number in the payload; null if there is none. */
    private static Object payload(final Record record, final int lengthAt, final int number) {
        final int at = lengthAt + Integer.BYTES;
        final int lengthBytes = record.getInt(lengthAt);
        final int available = record.buffer().capacity() - record.offset() - at;
        if (lengthBytes < 0 || lengthBytes > available) {
            throw new AssertionError("payload of " + lengthBytes + " bytes in " + available);
        }
        final DirectBuffer buffer = record.buffer();
        int offset = record.offset() + at;
        int rest = lengthBytes;
        for (int i = 0; i < number && rest > 0; i++) {
            final int skipped = ValueDecoder.skip(buffer, offset, rest);
            offset += skipped;
            rest -= skipped;
        }
        return rest == 0 ? null : ValueDecoder.decode(buffer, offset, rest);
    }

    private String symbol(final int id) {
        if (id > symbols.size()) {
            throw new AssertionError("a record came before its symbol " + id);
        }
        return id == 0 ? "" : symbols.get(id - 1);
    }

    private static String map(final Object value) {
        return value == null ? "" : " " + value;
    }

    private static String quoted(final Object value) {
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}
