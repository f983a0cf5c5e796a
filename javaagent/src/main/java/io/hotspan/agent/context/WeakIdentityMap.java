package io.hotspan.agent.context;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * Values for objects, told apart by identity, which are forgotten with them. Safe for any thread.
 */
final class WeakIdentityMap<V> {
    private final ConcurrentMap<Key, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** The object's value; null if it has none. */
    V get(final Object object) {
        return values.get(new Key(object, null));
    }

    /** Replaces the object's value, which may be null, by another, which may be null. */
    void update(final Object object, final UnaryOperator<V> change) {
        forgetCollected();
        values.compute(new Key(object, collected), (key, value) -> change.apply(value));
    }

    /** Forgets the object; what its value was is returned, or null. */
    V remove(final Object object) {
        return values.remove(new Key(object, null));
    }

    private void forgetCollected() {
        for (Object key = collected.poll(); key != null; key = collected.poll()) {
            values.remove(key);
        }
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(final Object object, final ReferenceQueue<Object> queue) {
            super(object, queue);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(final Object other) {
            if (this == other) {
                return true;
            }
            final Object object = get();
            return object != null && other instanceof Key key && key.refersTo(object);
        }
    }
}
