package io.hotspan.time;

/** {@link System#nanoTime()}. */
public final class SystemNanoClock extends NanoClock {
    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
