package io.hotspan.recording;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** A view of a map for who walks through it once: each value is masked when its turn comes. */
final class MaskedMap extends AbstractMap<Object, Object> {
    private final Map<?, ?> map;
    private final BiFunction<String, Object, Object> mask;

    MaskedMap(final Map<?, ?> map, final BiFunction<String, Object, Object> mask) {
        this.map = map;
        this.mask = mask;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<Object, Object>> iterator() {
                final Iterator<? extends Entry<?, ?>> entries = map.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Entry<Object, Object> next() {
                        final Entry<?, ?> entry = entries.next();
                        final Object key = entry.getKey();
                        return new SimpleImmutableEntry<>(
                                key, mask.apply(String.valueOf(key), entry.getValue()));
                    }
                };
            }

            @Override
            public int size() {
                return map.size();
            }
        };
    }
}
