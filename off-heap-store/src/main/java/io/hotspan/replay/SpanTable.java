package io.hotspan.replay;

import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The spans of a ring that are not finished, by ordinal. Ordinals grow by one, so the newest spans
 * lie in an array by their low bits, without hashing; an older one whose place is taken moves to a
 * map.
 */
final class SpanTable {
    private static final int MAX_SLOTS = 1 << 19;

    private final Long2ObjectHashMap<OpenSpan> displaced = new Long2ObjectHashMap<>();
    private OpenSpan[] slots = new OpenSpan[64];
    private int size;

    int size() {
        return size;
    }

    /** The span with this ordinal; null if there is none. */
    OpenSpan get(final long ordinal) {
        final OpenSpan span = slots[(int) ordinal & slots.length - 1];
        if (span != null && span.ordinal == ordinal) {
            return span;
        }
        return displaced.isEmpty() ? null : displaced.get(ordinal);
    }

    /** Adds a span whose ordinal is not in the table. */
    void put(final OpenSpan span) {
        if (slots[slotOf(span)] != null && size > slots.length / 2 && slots.length < MAX_SLOTS) {
            grow();
        }
        place(span);
        size++;
    }

    /** Removes a span that is in the table. */
    void remove(final OpenSpan span) {
        final int slot = slotOf(span);
        if (slots[slot] == span) {
            slots[slot] = null;
        } else {
            displaced.remove(span.ordinal);
        }
        size--;
    }

    /** Hands out all spans, in no order; the table must not be changed meanwhile. */
    void forEach(final Consumer<OpenSpan> consumer) {
        for (final OpenSpan span : slots) {
            if (span != null) {
                consumer.accept(span);
            }
        }
        displaced.values().forEach(consumer);
    }

    private void place(final OpenSpan span) {
        final int slot = slotOf(span);
        final OpenSpan older = slots[slot];
        if (older != null) {
            displaced.put(older.ordinal, older);
        }
        slots[slot] = span;
    }

    private void grow() {
        final OpenSpan[] old = slots;
        slots = new OpenSpan[2 * old.length];
        for (final OpenSpan span : old) {
            if (span != null) {
                place(span);
            }
        }
    }

    private int slotOf(final OpenSpan span) {
        return (int) span.ordinal & slots.length - 1;
    }
}
