package io.hotspan.value;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes maps. The tables of {@code HashMap} and {@code LinkedHashMap} are walked from inside,
 * which takes no iterator; other maps are asked for their entries.
 */
final class MapWriter implements BiConsumer<Object, Object> {
    /** Ends a walk that cannot be ended otherwise. */
    private static final class WalkEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private WalkEnd() {
            super(null, null, false, false);
        }
    }

    private static final WalkEnd WALK_END = new WalkEnd();

    /** The class of what {@code Map.of} makes of two entries or more. */
    private static final Class<?> SMALL_MAP = Map.of(1, 1, 2, 2).getClass();

    private final ValueWriter writer;
    private final ScratchBuffer out;

    /** Entries of the innermost map that are written, most that will be, and where they end. */
    private int count;

    private int limit;
    private int kept;

    MapWriter(final ValueWriter writer) {
        this.writer = writer;
        this.out = writer.out;
    }

    void write(final Map<?, ?> map, final Class<?> type) {
        if (!writer.open(map)) {
            return;
        }
        final int outerCount = count;
        final int outerLimit = limit;
        final int outerKept = kept;
        try {
            out.putByte(ValueDescriptor.MAP);
            writeEntries(map, type);
            out.putByte(ValueDescriptor.END);
            writer.close();
        } finally {
            count = outerCount;
            limit = outerLimit;
            kept = outerKept;
        }
    }

    /** Writes a map of one entry. */
    void writeEntry(final Map.Entry<?, ?> entry) {
        if (writer.open(entry)) {
            out.putByte(ValueDescriptor.MAP);
            writer.writeKey(entry.getKey());
            writer.write(entry.getValue());
            out.putByte(ValueDescriptor.END);
            writer.close();
        }
    }

    private void writeEntries(final Map<?, ?> map, final Class<?> type) {
        final int depth = writer.depth();
        final int beanDepth = writer.beanDepth();
        count = 0;
        limit = ValueLimits.MAX_UNSIZED_ELEMENTS;
        kept = out.length;
        try {
            limit = Math.max(limit, map.size());
            walk(map, type);
        } catch (final WalkEnd e) {
            writer.writeKey(Marks.CUT_KEY);
            writer.writeCut(Marks.elementsKept(count));
        } catch (final Throwable t) {
            writer.keepUpTo(kept, depth, beanDepth);
            writer.writeKey(Marks.FAILED_KEY);
            writer.writeFailure(t, map);
        }
    }

    private void walk(final Map<?, ?> map, final Class<?> type) {
        if (type == HashMap.class || type == LinkedHashMap.class) {
            map.forEach(this);
        } else if (type == SMALL_MAP) {
            walkSmall(map);
        } else {
            for (final Map.Entry<?, ?> entry : map.entrySet()) {
                accept(entry.getKey(), entry.getValue());
            }
        }
    }

    /** The same loop for one class: its iterator and entries are then seen not to escape. */
    private void walkSmall(final Map<?, ?> map) {
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            accept(entry.getKey(), entry.getValue());
        }
    }

    /** Writes one entry. For this class alone. */
    @Override
    public void accept(final Object key, final Object value) {
        if (count == limit || out.isFull()) {
            throw WALK_END;
        }
        writer.writeKey(key);
        writer.write(value);
        count++;
        kept = out.length;
    }
}
