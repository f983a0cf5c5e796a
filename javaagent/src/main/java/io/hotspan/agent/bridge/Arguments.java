package io.hotspan.agent.bridge;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The arguments of a call by the names of their parameters: a view, for the time of the call. */
final class Arguments extends AbstractMap<String, Object> {
    private final List<String> names;
    private final Object[] values;

    Arguments(final List<String> names, final Object[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Map.Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            final int index = next++;
            return new SimpleImmutableEntry<>(names.get(index), values[index]);
        }
    }
}
