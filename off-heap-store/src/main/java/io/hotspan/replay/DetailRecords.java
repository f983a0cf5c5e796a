package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RecordWalker;
import io.hotspan.trace.SpanDataBuilder;
import io.hotspan.value.MalformedValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The records of a span that hold attributes, events and links, as bytes in the order in which they
 * came. They are decoded when the span is finished: so spans that wait cost the garbage collector
 * nothing.
 */
final class DetailRecords {
    private static final byte[] EMPTY = {};
    private static final int MIN_BYTES = 128;
    private static final int MAX_REUSED_BYTES = 512;
    private static final int MAX_BYTES = 1 << 30;

    private byte[] bytes = EMPTY;
    private int length;
    private final UnsafeBuffer buffer = new UnsafeBuffer(EMPTY);

    /** For each OUTSIZE record its bytes' places; null if there is none. */
    private List<ValueParts> longRecords;

    /** Whether some of the content lies in the journal still. */
    boolean hasLongRecords() {
        return longRecords != null;
    }

    /** Takes a copy of a record. Returns false if there is no room for more. */
    boolean add(final DirectBuffer source, final int offset, final int lengthBytes) {
        if (lengthBytes > bytes.length - length && !grow(lengthBytes)) {
            return false;
        }
        source.getBytes(offset, bytes, length, lengthBytes);
        length += lengthBytes;
        return true;
    }

    /** Takes an OUTSIZE record. Returns false if there is no room for more. */
    boolean addLong(
            final DirectBuffer source,
            final int offset,
            final int lengthBytes,
            final ValueParts parts) {
        if (!add(source, offset, lengthBytes)) {
            return false;
        }
        if (longRecords == null) {
            longRecords = new ArrayList<>(2);
        }
        longRecords.add(parts);
        return true;
    }

    private boolean grow(final int lengthBytes) {
        if (lengthBytes > MAX_BYTES - length) {
            return false;
        }
        final int needed = length + lengthBytes;
        bytes = Arrays.copyOf(bytes, Math.max(MIN_BYTES, Math.max(needed, needed + needed / 2)));
        buffer.wrap(bytes);
        return true;
    }

    /** Forgets everything. */
    void clear() {
        length = 0;
        longRecords = null;
        if (bytes.length > MAX_REUSED_BYTES) {
            bytes = EMPTY;
            buffer.wrap(EMPTY);
        }
    }

    /** The same records, apart from these. */
    DetailRecords copy() {
        final DetailRecords copy = new DetailRecords();
        copy.add(buffer, 0, length);
        copy.longRecords = longRecords;
        return copy;
    }

    /**
     * Decodes everything into a builder.
     *
     * @param ticksToEpochNanos see {@link DetailDecoder#decode}
     * @return how many records could not be decoded
     */
    long decode(
            final SpanDataBuilder details,
            final SymbolTexts symbols,
            final long ticksToEpochNanos,
            final DetailDecoder decoder) {
        long lostCount = 0;
        int longIndex = 0;
        for (int offset = 0; offset < length; ) {
            final long header = buffer.getLong(offset, LITTLE_ENDIAN);
            final int type = RecordDescriptor.type(header);
            final int lengthBytes = RecordDescriptor.lengthBytes(header);
            try {
                if (type != RecordType.OUTSIZE) {
                    decoder.decode(
                            details, symbols, ticksToEpochNanos, type, buffer, offset, lengthBytes);
                } else if (!decodeLong(
                        details,
                        symbols,
                        ticksToEpochNanos,
                        decoder,
                        longRecords.get(longIndex++))) {
                    lostCount++;
                }
            } catch (final MalformedValueException e) {
                lostCount++;
            }
            offset += lengthBytes;
        }
        return lostCount;
    }

    private static boolean decodeLong(
            final SpanDataBuilder details,
            final SymbolTexts symbols,
            final long ticksToEpochNanos,
            final DetailDecoder decoder,
            final ValueParts parts) {
        final byte[] record = parts.fetch();
        final int offset = parts.recordOffset();
        if (record == null || record.length - offset < RecordDescriptor.HEADER_LENGTH) {
            return false;
        }
        final UnsafeBuffer recordBuffer = new UnsafeBuffer(record);
        final int type = parts.recordType();
        final int lengthBytes = record.length - offset;
        if (!DetailDecoder.isDetail(type)
                || !RecordWalker.fits(type, recordBuffer, offset, lengthBytes)) {
            return false;
        }
        decoder.decode(
                details, symbols, ticksToEpochNanos, type, recordBuffer, offset, lengthBytes);
        return true;
    }
}
