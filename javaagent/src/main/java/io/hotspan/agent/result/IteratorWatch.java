package io.hotspan.agent.result;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator that tells its call of each element, and of the end. */
final class IteratorWatch<T> implements Iterator<T> {
    private final Iterator<T> iterator;
    private final OpenCall call;

    IteratorWatch(final Iterator<T> iterator, final OpenCall call) {
        this.iterator = iterator;
        this.call = call;
    }

    @Override
    public boolean hasNext() {
        try {
            final boolean hasNext = iterator.hasNext();
            if (!hasNext) {
                call.end();
            }
            return hasNext;
        } catch (final RuntimeException | Error e) {
            call.fail(e);
            throw e;
        }
    }

    @Override
    public T next() {
        try {
            final T element = iterator.next();
            call.element(element);
            return element;
        } catch (final NoSuchElementException e) {
            call.end();
            throw e;
        } catch (final RuntimeException | Error e) {
            call.fail(e);
            throw e;
        }
    }

    @Override
    public void remove() {
        iterator.remove();
    }

    @Override
    public String toString() {
        return iterator.toString();
    }
}
