package io.hotspan.replay;

import io.hotspan.block.Block;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Where the records of a session lie that were too long for their ring and that no record has named
 * yet. Those beyond the budget are given up.
 */
final class PendingValues {
    private final Long2ObjectHashMap<ValueParts> byId = new Long2ObjectHashMap<>();
    private final ByteBudget budget;

    PendingValues(final ByteBudget budget) {
        this.budget = budget;
    }

    /** Notes the part that a block of kind VALUE holds. */
    void add(final Block block, final BlockSource source, final BlockPlace place) {
        if (!budget.take(ValueParts.MEMORY_BYTES)) {
            return;
        }
        ValueParts parts = byId.get(block.valueId());
        if (parts == null) {
            parts = new ValueParts(source, block.valueTotalBytes());
            byId.put(block.valueId(), parts);
        }
        final int partsBefore = parts.partCount();
        parts.add(
                place,
                block.valueOffset(),
                block.content(),
                block.contentIndex(),
                block.contentLength());
        budget.give((long) ValueParts.MEMORY_BYTES * (partsBefore + 1 - parts.partCount()));
    }

    /** The parts of a value that is there as a whole; null if it is not. */
    ValueParts get(final long valueId) {
        final ValueParts parts = byId.get(valueId);
        return parts != null && parts.isWhole() ? parts : null;
    }

    /** Forgets a value. */
    void remove(final long valueId) {
        final ValueParts parts = byId.remove(valueId);
        if (parts != null) {
            budget.give((long) ValueParts.MEMORY_BYTES * parts.partCount());
        }
    }
}
