package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.AttributeDescriptor;
import io.hotspan.record.EventDescriptor;
import io.hotspan.record.NameDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RecordWalker;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.value.MalformedValueException;
import io.hotspan.value.ValueDecoder;
import org.agrona.DirectBuffer;

/** Checks what a record holds: that its symbols are known, and that its values are values. */
final class ContentVerifier {
    private ContentVerifier() {}

    /**
     * Checks a record whose lengths were checked.
     *
     * @param symbolCount how many symbols its segment has told of so far
     * @return what is wrong; null if nothing is
     */
    static String problem(
            final int type, final DirectBuffer buffer, final int offset, final int symbolCount) {
        final int symbolOffset = symbolOffset(type);
        if (symbolOffset > 0) {
            final int symbol = buffer.getInt(offset + symbolOffset, LITTLE_ENDIAN);
            final int second =
                    symbolOffset == SpanStartDescriptor.NAME_SYMBOL_OFFSET && isStart(type)
                            ? buffer.getInt(
                                    offset + SpanStartDescriptor.TYPE_SYMBOL_OFFSET, LITTLE_ENDIAN)
                            : 0;
            if (isUnknown(symbol, symbolCount) || isUnknown(second, symbolCount)) {
                return "symbol "
                        + (isUnknown(symbol, symbolCount) ? symbol : second)
                        + " is not known; this segment tells of "
                        + symbolCount;
            }
        }
        final int lengthOffset = RecordWalker.valueLengthOffset(type);
        return lengthOffset == 0 || type == RecordType.ATTRIBUTE_LATIN1
                ? null
                : valueProblem(
                        buffer,
                        offset + lengthOffset + Integer.BYTES,
                        buffer.getInt(offset + lengthOffset, LITTLE_ENDIAN));
    }

    private static boolean isStart(final int type) {
        return type >= RecordType.START_ROOT && type <= RecordType.START_EXPLICIT;
    }

    private static boolean isUnknown(final int symbol, final int symbolCount) {
        return symbol < 0 || symbol > symbolCount;
    }

    private static int symbolOffset(final int type) {
        return switch (type) {
            case RecordType.START_ROOT, RecordType.START_CHILD, RecordType.START_EXPLICIT ->
                    SpanStartDescriptor.NAME_SYMBOL_OFFSET;
            case RecordType.ATTRIBUTE_LONG,
                    RecordType.ATTRIBUTE_DOUBLE,
                    RecordType.ATTRIBUTE_BOOLEAN,
                    RecordType.ATTRIBUTE_LATIN1,
                    RecordType.ATTRIBUTE_VALUE ->
                    AttributeDescriptor.KEY_SYMBOL_OFFSET;
            case RecordType.EVENT, RecordType.EVENT_AT -> EventDescriptor.NAME_SYMBOL_OFFSET;
            case RecordType.NAME -> NameDescriptor.NAME_SYMBOL_OFFSET;
            default -> 0;
        };
    }

    /** The bytes must be values, one behind the other. */
    private static String valueProblem(
            final DirectBuffer buffer, final int valueOffset, final int lengthBytes) {
        try {
            int done = 0;
            while (done < lengthBytes) {
                done += ValueDecoder.skip(buffer, valueOffset + done, lengthBytes - done);
            }
            return null;
        } catch (final MalformedValueException e) {
            return e.getMessage();
        }
    }
}
