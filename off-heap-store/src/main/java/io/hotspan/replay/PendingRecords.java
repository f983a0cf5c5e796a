package io.hotspan.replay;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records about spans that have not begun yet: the drainer came to the ring of another thread
 * first. There are few, and not for long; those beyond the budget are given up.
 */
final class PendingRecords {
    private static final int ORDINAL_BITS = 40;
    private static final int MAX_RING_NUMBER = (1 << Long.SIZE - ORDINAL_BITS) - 1;
    private static final int ENTRY_BYTES = 64;

    private final Long2ObjectHashMap<List<UnsafeBuffer>> byRingAndOrdinal =
            new Long2ObjectHashMap<>();
    private final ByteBudget budget;

    PendingRecords(final ByteBudget budget) {
        this.budget = budget;
    }

    boolean isEmpty() {
        return byRingAndOrdinal.isEmpty();
    }

    /** How many spans are waited for. */
    int spanCount() {
        return byRingAndOrdinal.size();
    }

    /** Keeps a copy of a record. Returns false if there is no room. */
    boolean add(
            final int ringNumber,
            final long ordinal,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        if (ringNumber < 0
                || ringNumber > MAX_RING_NUMBER
                || !budget.take(ENTRY_BYTES + lengthBytes)) {
            return false;
        }
        final byte[] record = new byte[lengthBytes];
        buffer.getBytes(offset, record);
        byRingAndOrdinal
                .computeIfAbsent(key(ringNumber, ordinal), key -> new ArrayList<>(2))
                .add(new UnsafeBuffer(record));
        return true;
    }

    /**
     * Removes the records of a span that begins, in the order in which they came; null if none did.
     */
    List<UnsafeBuffer> remove(final int ringNumber, final long ordinal) {
        final List<UnsafeBuffer> records = byRingAndOrdinal.remove(key(ringNumber, ordinal));
        if (records != null) {
            records.forEach(record -> budget.give(ENTRY_BYTES + record.capacity()));
        }
        return records;
    }

    private static long key(final int ringNumber, final long ordinal) {
        return (long) ringNumber << ORDINAL_BITS | ordinal;
    }
}
