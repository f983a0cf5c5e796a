package io.hotspan.agent.weaving;

import java.util.function.Supplier;

/** Makes a thing when it is first asked for. Safe for any thread. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile T made;

    Once(final Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        final T known = made;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
