package io.hotspan.value;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** Writes collections and iterables as lists. */
final class ListWriter {
    private final ValueWriter writer;
    private final ScratchBuffer out;

    ListWriter(final ValueWriter writer) {
        this.writer = writer;
        this.out = writer.out;
    }

    /** Writes a list whose elements are at hand, without an iterator. */
    void writeIndexed(final List<?> list) {
        if (!writer.open(list)) {
            return;
        }
        out.putByte(ValueDescriptor.LIST);
        final int depth = writer.depth();
        final int beanDepth = writer.beanDepth();
        int kept = out.length;
        try {
            final int size = list.size();
            for (int i = 0; i < size; i++) {
                if (out.isFull()) {
                    writer.writeCut(Marks.elementsKept(i));
                    break;
                }
                writer.write(list.get(i)); // throws if another thread made the list shorter
                kept = out.length;
            }
        } catch (final Throwable t) {
            writer.keepUpTo(kept, depth, beanDepth);
            writer.writeFailure(t, list);
        }
        out.putByte(ValueDescriptor.END);
        writer.close();
    }

    void write(final Iterable<?> elements) {
        if (!writer.open(elements)) {
            return;
        }
        out.putByte(ValueDescriptor.LIST);
        final int depth = writer.depth();
        final int beanDepth = writer.beanDepth();
        int count = 0;
        int kept = out.length;
        try {
            final int limit = Math.max(sizeOf(elements), ValueLimits.MAX_UNSIZED_ELEMENTS);
            final Iterator<?> iterator = elements.iterator();
            while (iterator.hasNext()) {
                if (count == limit || out.isFull()) {
                    writer.writeCut(Marks.elementsKept(count));
                    break;
                }
                writer.write(iterator.next());
                count++;
                kept = out.length;
            }
        } catch (final Throwable t) {
            writer.keepUpTo(kept, depth, beanDepth);
            writer.writeFailure(t, elements);
        }
        out.putByte(ValueDescriptor.END);
        writer.close();
    }

    private static int sizeOf(final Iterable<?> elements) {
        return elements instanceof Collection<?> collection ? collection.size() : 0;
    }
}
