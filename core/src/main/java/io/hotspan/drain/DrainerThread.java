package io.hotspan.drain;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * Runs a drainer on a thread of its own until it is stopped.
 *
 * <p>Not Agrona's {@code AgentRunner}: that one ends its agent at an interrupt or an error, and
 * interrupts it when closing takes long, which closes the files that a sink has open. Records would
 * be lost by each of these.
 */
public final class DrainerThread {
    private final Drainer drainer;
    private final IdleStrategy idleStrategy;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Throwable failure;

    private DrainerThread(final Drainer drainer, final IdleStrategy idleStrategy) {
        this.drainer = drainer;
        this.idleStrategy = idleStrategy;
        thread = new Thread(this::run, drainer.roleName());
        thread.setDaemon(true);
    }

    /** Starts a drainer, which idles so when there is nothing to do. */
    public static DrainerThread start(final Drainer drainer, final IdleStrategy idleStrategy) {
        final DrainerThread started = new DrainerThread(drainer, idleStrategy);
        started.thread.start();
        return started;
    }

    /** Ends a pause of the drainer. Any thread may call it. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /**
     * Lets the drainer drain a last time, and waits until it has, interrupted or not. Idempotent.
     *
     * @param limitNanos how long to wait for a sink that is stuck
     * @return what kept it from storing everything; null if it did
     */
    public Throwable stop(final long limitNanos) {
        stopping = true;
        wake();
        boolean interrupted = false;
        final long beginNanos = System.nanoTime();
        long leftNanos = limitNanos;
        while (thread.isAlive() && leftNanos > 0) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, leftNanos);
            } catch (final InterruptedException e) {
                interrupted = true; // not now: what was recorded comes first
            }
            leftNanos = limitNanos - (System.nanoTime() - beginNanos);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return thread.isAlive()
                ? new TimeoutException(
                        "nothing was stored for "
                                + TimeUnit.NANOSECONDS.toSeconds(limitNanos)
                                + " s")
                : failure;
    }

    /** Whether the first records were stored, or refused. */
    public boolean hasBegun() {
        return drainer.hasBegun();
    }

    /** Whether it is not over yet. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        drainer.onStart();
        while (!stopping) {
            final int workCount = drainer.doWork();
            if (!stopping) {
                idleStrategy.idle(workCount);
            }
            Thread.interrupted(); // nobody has a reason to, and a sink's files would be closed by
            // it
        }
        try {
            drainer.onClose();
        } catch (final RuntimeException | Error e) {
            failure = e;
        }
    }
}
