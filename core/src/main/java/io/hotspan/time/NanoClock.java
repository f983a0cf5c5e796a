package io.hotspan.time;

/**
 * A monotonic clock in nanoseconds of an origin of its own. An abstract class and not an interface:
 * as long as one clock alone is loaded, the JIT binds calls to it directly.
 */
public abstract class NanoClock {
    /**
     * The time now, in nanoseconds since this clock's origin; never runs backwards in one thread.
     */
    public abstract long nanoTime();

    /**
     * Does ahead what a later {@link #nanoTime()} would have to do. The drainer calls it in each
     * round; a clock works without it too. Safe for any thread.
     */
    public void maintain() {}
}
