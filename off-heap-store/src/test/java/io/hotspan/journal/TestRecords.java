package io.hotspan.journal;

import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.record.SpanEndDescriptor;
import io.hotspan.record.SpanStartDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records of spans without attributes, as a ring would have them, with a plausible spread of
 * values.
 */
final class TestRecords {
    static final int SPAN_BYTES = SpanStartDescriptor.CHILD_LENGTH + SpanEndDescriptor.LENGTH;

    private TestRecords() {}

    static RingIdentity ring(final long sessionId, final int ringNumber) {
        return new RingIdentity(sessionId, ringNumber, 11L * ringNumber, 13, 17);
    }

    /** Records of whole spans; the first has the ordinal. */
    static UnsafeBuffer spans(final long firstOrdinal, final int count) {
        final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(count * SPAN_BYTES));
        long ticks = firstOrdinal * 1_000;
        int offset = 0;
        for (long ordinal = firstOrdinal; ordinal < firstOrdinal + count; ordinal++) {
            putHeader(
                    buffer,
                    offset,
                    SpanStartDescriptor.CHILD_LENGTH,
                    RecordType.START_CHILD,
                    ordinal);
            ticks += 100 + (ordinal * 31 & 0x3FF);
            buffer.putLong(offset + SpanStartDescriptor.START_TICKS_OFFSET, ticks);
            buffer.putInt(offset + SpanStartDescriptor.NAME_SYMBOL_OFFSET, 1 + (int) (ordinal % 9));
            buffer.putInt(offset + SpanStartDescriptor.TYPE_SYMBOL_OFFSET, 2);
            buffer.putInt(offset + SpanStartDescriptor.PARENT_DISTANCE_OFFSET, 1);
            buffer.putInt(offset + SpanStartDescriptor.ROOT_DISTANCE_OFFSET, (int) (ordinal % 4));
            offset += SpanStartDescriptor.CHILD_LENGTH;
            putHeader(buffer, offset, SpanEndDescriptor.LENGTH, RecordType.END, ordinal);
            ticks += 50 + (ordinal * 17 & 0xFF);
            buffer.putLong(offset + SpanEndDescriptor.END_TICKS_OFFSET, ticks);
            offset += SpanEndDescriptor.LENGTH;
        }
        return buffer;
    }

    /** Ordinal of the first record of some content. */
    static long firstOrdinal(final DirectBuffer records, final int index) {
        return RecordDescriptor.ordinal(records.getLong(index, ByteOrder.LITTLE_ENDIAN));
    }

    private static void putHeader(
            final UnsafeBuffer buffer,
            final int offset,
            final int length,
            final int type,
            final long ordinal) {
        buffer.putLong(
                offset, RecordDescriptor.header(length, type, ordinal), ByteOrder.LITTLE_ENDIAN);
    }
}
