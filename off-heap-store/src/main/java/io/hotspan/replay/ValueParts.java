package io.hotspan.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.hotspan.record.ForeignDescriptor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.TraceFactDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where the parts of one record lie that was too long for its ring. The first bytes of the record
 * are kept here; the rest stays in the journal until it is asked for.
 */
final class ValueParts {
    /** What the places of a value take, roughly. */
    static final int MEMORY_BYTES = 256;

    /** What must be known without fetching: enough for the ids in a FOREIGN or a TRACE_FACT. */
    private static final int PREFIX_BYTES = TraceFactDescriptor.VALUE_OFFSET;

    private final BlockSource source;
    private final long totalBytes;
    private final UnsafeBuffer prefix = new UnsafeBuffer(new byte[PREFIX_BYTES]);
    private final List<BlockPlace> places = new ArrayList<>(1);
    private long knownBytes;

    ValueParts(final BlockSource source, final long totalBytes) {
        this.source = source;
        this.totalBytes = totalBytes;
    }

    /**
     * Notes a part. One that does not continue the parts before it is passed over: it was noted
     * before, or one before it is lost. A writer that failed begins again with the first part.
     */
    void add(
            final BlockPlace place,
            final long offset,
            final DirectBuffer content,
            final int index,
            final int lengthBytes) {
        if (offset == 0 && !isWhole()) {
            places.clear();
            knownBytes = 0;
        }
        if (offset != knownBytes || lengthBytes == 0) {
            return;
        }
        if (offset < PREFIX_BYTES) {
            final int prefixBytes = (int) Math.min(lengthBytes, PREFIX_BYTES - offset);
            prefix.putBytes((int) offset, content, index, prefixBytes);
        }
        places.add(place);
        knownBytes += lengthBytes;
    }

    int partCount() {
        return places.size();
    }

    /** Whether all of the record is there. */
    boolean isWhole() {
        return knownBytes == totalBytes && knownBytes >= RecordDescriptor.HEADER_LENGTH;
    }

    /** The beginning of the record, zeros behind its end. */
    DirectBuffer prefix() {
        return prefix;
    }

    /** Type of the whole record. */
    int type() {
        return typeAt(0);
    }

    /** Where the record about the span begins: behind the head of a FOREIGN, or at 0. */
    int recordOffset() {
        return type() == RecordType.FOREIGN ? ForeignDescriptor.RECORD_OFFSET : 0;
    }

    /** Type of the record at {@link #recordOffset}. */
    int recordType() {
        return typeAt(recordOffset());
    }

    private int typeAt(final int offset) {
        return RecordDescriptor.type(prefix.getLong(offset, LITTLE_ENDIAN));
    }

    /**
     * Reads the whole record from the journal.
     *
     * @return null if it is not there any more
     */
    byte[] fetch() {
        if (!isWhole() || totalBytes > Integer.MAX_VALUE - Long.BYTES) {
            return null;
        }
        final byte[] bytes =
                new byte[(int) totalBytes]; // as long as what was read, so it is no guess
        return source.fetch(places, bytes) ? bytes : null;
    }
}
