package io.hotspan.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that follows end between two lines when the process is asked to stop. Safe for use
 * by the thread that follows and one that asks.
 */
final class StopSignal {
    private static final long MAX_GRACE_MILLIS = 1_000;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isAwaited;

    /** Asks for the end, and waits a moment for it if there is something to end. */
    void request() {
        requested.countDown();
        if (isAwaited) {
            await(ended, MAX_GRACE_MILLIS);
        }
    }

    /** Waits until the end is asked for, but not longer; says whether it is. */
    boolean isRequestedWithin(final long millis) {
        isAwaited = true;
        return await(requested, millis);
    }

    /** Says that everything was written. */
    void end() {
        ended.countDown();
    }

    private static boolean await(final CountDownLatch latch, final long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return true; // an interrupt asks for the end too
        }
    }
}
