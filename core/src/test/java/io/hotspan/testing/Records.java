package io.hotspan.testing;

import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RingIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.DirectBuffer;

/** Takes blocks apart, and fails where a record is torn. */
public final class Records {
    /**
     * One record where it stands.
     *
     * @param ring whose it is
     * @param header see {@link RecordDescriptor}
     * @param buffer holds the record from {@code offset} on
     */
    @SuppressWarnings("AvoidCommonTypeNames") // it is what the whole project calls a record
    public record Record(RingIdentity ring, long header, DirectBuffer buffer, int offset) {
        public int type() {
            return RecordDescriptor.type(header);
        }

        public long ordinal() {
            return RecordDescriptor.ordinal(header);
        }

        public int lengthBytes() {
            return RecordDescriptor.lengthBytes(header);
        }

        public long getLong(final int at) {
            return buffer.getLong(offset + at);
        }

        public int getInt(final int at) {
            return buffer.getInt(offset + at);
        }
    }

    private Records() {}

    /** All records of a sink, ring by ring in the order of their numbers. */
    public static List<Record> of(final MemorySink sink) {
        final List<Record> records = new ArrayList<>();
        sink.blocks().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (MemorySink.Block block) -> block.ring().ringNumber())
                                .thenComparingLong(MemorySink.Block::startPosition))
                .forEach(block -> addAll(records, block.ring(), block.records()));
        return records;
    }

    private static void addAll(
            final List<Record> records, final RingIdentity ring, final DirectBuffer buffer) {
        int offset = 0;
        while (offset < buffer.capacity()) {
            final long header = buffer.getLong(offset);
            final int lengthBytes = RecordDescriptor.lengthBytes(header);
            if (lengthBytes == 0 || lengthBytes > buffer.capacity() - offset) {
                throw new AssertionError(
                        "torn record at " + offset + ": header=" + Long.toHexString(header));
            }
            records.add(new Record(ring, header, buffer, offset));
            offset += lengthBytes;
        }
    }
}
