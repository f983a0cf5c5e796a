package io.hotspan.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the end of the process back, after Ctrl-C or {@code kill}, until what runs has stopped in
 * order.
 */
final class Interruption implements AutoCloseable {
    private static final long MAX_WAIT_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean hasCome;

    /**
     * @param stop asks what runs to stop, and does not wait for it
     */
    Interruption(final Runnable stop) {
        hook = new Thread(() -> stopAndWait(stop), "demo-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process is about to end. */
    boolean hasCome() {
        return hasCome;
    }

    /** To be called when what runs has stopped. */
    @Override
    public void close() {
        ended.countDown();
        if (!hasCome) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (final IllegalStateException e) {
                hasCome = true; // just now: the hook finds the latch open
            }
        }
    }

    private void stopAndWait(final Runnable stop) {
        hasCome = true;
        stop.run();
        try {
            ended.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
