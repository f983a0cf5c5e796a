package io.hotspan.replay;

import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/** Entries by trace id. */
final class TraceTable<E extends TraceEntry> {
    private final Long2ObjectHashMap<E> byLow = new Long2ObjectHashMap<>();
    private int size;

    int size() {
        return size;
    }

    /** The entry of a trace; null if there is none. */
    E get(final long high, final long low) {
        E entry = byLow.get(low);
        while (entry != null && entry.high != high) {
            entry = next(entry);
        }
        return entry;
    }

    /** Adds an entry of a trace that has none. */
    void put(final E entry) {
        entry.nextOfSameLow = byLow.put(entry.low, entry);
        size++;
    }

    /** Removes an entry that is in the table. */
    @SuppressWarnings("ReferenceEquality") // it is that very entry
    void remove(final E entry) {
        final E first = byLow.get(entry.low);
        if (first == entry) {
            if (entry.nextOfSameLow == null) {
                byLow.remove(entry.low);
            } else {
                byLow.put(entry.low, next(entry));
            }
        } else {
            TraceEntry before = first;
            while (before.nextOfSameLow != entry) {
                before = before.nextOfSameLow;
            }
            before.nextOfSameLow = entry.nextOfSameLow;
        }
        entry.nextOfSameLow = null;
        size--;
    }

    /** Hands out all entries, in no order; the table must not be changed meanwhile. */
    void forEach(final Consumer<E> consumer) {
        byLow.values()
                .forEach(
                        first -> {
                            for (E entry = first; entry != null; entry = next(entry)) {
                                consumer.accept(entry);
                            }
                        });
    }

    @SuppressWarnings("unchecked") // only put() sets it, to an E
    private E next(final E entry) {
        return (E) entry.nextOfSameLow;
    }
}
