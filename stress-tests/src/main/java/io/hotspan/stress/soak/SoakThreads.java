package io.hotspan.stress.soak;

import java.lang.reflect.Method;
import java.util.SplittableRandom;

/** Platform threads, and virtual ones where the JDK has them. */
final class SoakThreads {
    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;

    private SoakThreads() {}

    /** Starts one of either kind. */
    static Thread start(final Runnable work, final SplittableRandom random) {
        if (random.nextInt(3) == 0
                && Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS) {
            try {
                final Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
                return (Thread) start.invoke(null, work);
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException("no virtual thread", e);
            }
        }
        final Thread thread = new Thread(work);
        thread.start();
        return thread;
    }
}
