package io.hotspan.trace;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * An unmodifiable map in the order of its making, over one array of keys and values: small, and
 * cheap to make in bulk. Safe for use by many threads.
 */
final class AttributeMap extends AbstractMap<String, Object> {
    static final AttributeMap EMPTY = new AttributeMap(new Object[0]);

    private final Object[] pairs;

    private AttributeMap(final Object[] pairs) {
        this.pairs = pairs;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public Object get(final Object key) {
        final int index = indexOf(pairs, pairs.length, key);
        return index < 0 ? null : pairs[index + 1];
    }

    @Override
    public boolean containsKey(final Object key) {
        return indexOf(pairs, pairs.length, key) >= 0;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return new PairIterator();
            }

            @Override
            public int size() {
                return AttributeMap.this.size();
            }
        };
    }

    private static int indexOf(final Object[] pairs, final int length, final Object key) {
        for (int i = 0; i < length; i += 2) {
            if (pairs[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private final class PairIterator implements Iterator<Map.Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < pairs.length;
        }

        @Override
        public Map.Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            final String key = (String) pairs[next];
            final Object value = pairs[next + 1];
            next += 2;
            return new SimpleImmutableEntry<>(key, value);
        }
    }

    /** Collects pairs; the last value of a key wins, in the place of the first. */
    static final class Builder {
        private static final int SCANNED_LENGTH = 32;

        private Object[] pairs = new Object[8];
        private int length;
        private Map<String, Integer> indexes; // made when scanning gets slow

        void put(final String key, final Object value) {
            final int index = find(key);
            if (index >= 0) {
                pairs[index + 1] = value;
                return;
            }
            if (length == pairs.length) {
                pairs = Arrays.copyOf(pairs, length * 2);
            }
            if (indexes != null) {
                indexes.put(key, length);
            }
            pairs[length] = key;
            pairs[length + 1] = value;
            length += 2;
        }

        Map<String, Object> build() {
            return new AttributeMap(Arrays.copyOf(pairs, length));
        }

        private int find(final String key) {
            if (length <= SCANNED_LENGTH) {
                return indexOf(pairs, length, key);
            }
            if (indexes == null) {
                indexes = new java.util.HashMap<>();
                for (int i = 0; i < length; i += 2) {
                    indexes.put((String) pairs[i], i);
                }
            }
            return indexes.getOrDefault(key, -1);
        }
    }
}
