package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.TraceId;
import io.hotspan.record.AttributeDescriptor;
import io.hotspan.record.EventDescriptor;
import io.hotspan.record.LinkDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.trace.SpanDataBuilder;
import io.hotspan.trace.SpanLink;
import io.hotspan.value.MalformedValueException;
import io.hotspan.value.ValueDecoder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Puts the content of attribute, event and link records into a span's builder. The lengths inside
 * the records must have been checked. Not thread-safe.
 */
final class DetailDecoder {
    private byte[] latin1 = new byte[256];

    static boolean isDetail(final int type) {
        return type >= RecordType.ATTRIBUTE_LONG && type <= RecordType.EVENT_AT
                || type == RecordType.LINK;
    }

    /**
     * Decodes one record.
     *
     * @param type one for which {@link #isDetail} holds
     * @param ticksToEpochNanos what turns ticks of the writer's clock into nanoseconds since the
     *     epoch when it is added
     * @param lengthBytes length of the record
     * @throws MalformedValueException if a value in it is none; the span is then as before
     */
    void decode(
            final SpanDataBuilder details,
            final SymbolTexts symbols,
            final long ticksToEpochNanos,
            final int type,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        switch (type) {
            case RecordType.EVENT -> event(details, symbols, ticksToEpochNanos, buffer, offset);
            case RecordType.EVENT_AT -> event(details, symbols, 0, buffer, offset);
            case RecordType.LINK -> link(details, buffer, offset);
            case RecordType.ATTRIBUTE_VALUE -> value(details, symbols, buffer, offset);
            default ->
                    details.attribute(
                            symbols.text(
                                    buffer.getInt(
                                            offset + AttributeDescriptor.KEY_SYMBOL_OFFSET,
                                            LITTLE_ENDIAN)),
                            simpleValue(type, buffer, offset));
        }
    }

    private Object simpleValue(final int type, final DirectBuffer buffer, final int offset) {
        return switch (type) {
            case RecordType.ATTRIBUTE_LONG ->
                    buffer.getLong(offset + AttributeDescriptor.NUMBER_OFFSET, LITTLE_ENDIAN);
            case RecordType.ATTRIBUTE_DOUBLE ->
                    buffer.getDouble(offset + AttributeDescriptor.NUMBER_OFFSET, LITTLE_ENDIAN);
            case RecordType.ATTRIBUTE_BOOLEAN ->
                    buffer.getInt(offset + AttributeDescriptor.BOOLEAN_OFFSET, LITTLE_ENDIAN) != 0;
            default -> latin1(buffer, offset);
        };
    }

    private String latin1(final DirectBuffer buffer, final int offset) {
        final int lengthBytes =
                buffer.getInt(offset + AttributeDescriptor.VALUE_LENGTH_OFFSET, LITTLE_ENDIAN);
        if (lengthBytes > latin1.length) {
            latin1 = new byte[lengthBytes];
        }
        buffer.getBytes(offset + AttributeDescriptor.VALUE_OFFSET, latin1, 0, lengthBytes);
        return new String(latin1, 0, lengthBytes, StandardCharsets.ISO_8859_1);
    }

    private static void value(
            final SpanDataBuilder details,
            final SymbolTexts symbols,
            final DirectBuffer buffer,
            final int offset) {
        final int symbol =
                buffer.getInt(offset + AttributeDescriptor.KEY_SYMBOL_OFFSET, LITTLE_ENDIAN);
        int valueOffset = offset + AttributeDescriptor.VALUE_OFFSET;
        int lengthBytes =
                buffer.getInt(offset + AttributeDescriptor.VALUE_LENGTH_OFFSET, LITTLE_ENDIAN);
        final String key;
        if (symbol == 0) {
            key = String.valueOf(RecordValues.text(buffer, valueOffset, lengthBytes));
            final int keyBytes = ValueDecoder.skip(buffer, valueOffset, lengthBytes);
            valueOffset += keyBytes;
            lengthBytes -= keyBytes;
        } else {
            key = symbols.text(symbol);
        }
        details.attribute(key, ValueDecoder.decode(buffer, valueOffset, lengthBytes));
    }

    private static void event(
            final SpanDataBuilder details,
            final SymbolTexts symbols,
            final long timeToEpochNanos,
            final DirectBuffer buffer,
            final int offset) {
        final int symbol =
                buffer.getInt(offset + EventDescriptor.NAME_SYMBOL_OFFSET, LITTLE_ENDIAN);
        int valueOffset = offset + EventDescriptor.VALUE_OFFSET;
        int lengthBytes =
                buffer.getInt(offset + EventDescriptor.VALUE_LENGTH_OFFSET, LITTLE_ENDIAN);
        final String name;
        if (symbol == 0) {
            name = String.valueOf(RecordValues.text(buffer, valueOffset, lengthBytes));
            final int nameBytes = ValueDecoder.skip(buffer, valueOffset, lengthBytes);
            valueOffset += nameBytes;
            lengthBytes -= nameBytes;
        } else {
            name = symbols.text(symbol);
        }
        final long time = buffer.getLong(offset + EventDescriptor.TIME_OFFSET, LITTLE_ENDIAN);
        details.event(
                new SpanEvent(
                        name,
                        time + timeToEpochNanos,
                        RecordValues.map(buffer, valueOffset, lengthBytes)));
    }

    private static void link(
            final SpanDataBuilder details, final DirectBuffer buffer, final int offset) {
        final TraceId traceId =
                new TraceId(
                        buffer.getLong(offset + LinkDescriptor.TRACE_HIGH_OFFSET, LITTLE_ENDIAN),
                        buffer.getLong(offset + LinkDescriptor.TRACE_LOW_OFFSET, LITTLE_ENDIAN));
        details.link(
                new SpanLink(
                        traceId,
                        buffer.getLong(offset + LinkDescriptor.SPAN_ID_OFFSET, LITTLE_ENDIAN),
                        RecordValues.map(
                                buffer,
                                offset + LinkDescriptor.VALUE_OFFSET,
                                buffer.getInt(
                                        offset + LinkDescriptor.VALUE_LENGTH_OFFSET,
                                        LITTLE_ENDIAN))));
    }
}
