package io.hotspan.stress.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what reads damaged files on a thread of its own: for so long, and with so much memory. */
final class Limits implements AutoCloseable {
    static final long MAX_SECONDS = 30;
    static final long MAX_ALLOCATED_BYTES = 256L << 20;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        final Thread reader = new Thread(work, "fuzz");
                        reader.setDaemon(true); // it may hang
                        return reader;
                    });

    /**
     * Runs it.
     *
     * @param name what it is, for the error if it hangs
     * @return what went wrong with it; null if nothing did
     */
    String run(final String name, final Callable<String> work) throws InterruptedException {
        final Future<String> result = thread.submit(() -> measured(work));
        try {
            return result.get(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (final TimeoutException e) {
            throw new IllegalStateException(
                    name + ": hangs for more than " + MAX_SECONDS + " s", e);
        } catch (final ExecutionException e) {
            final StackTraceElement[] trace = e.getCause().getStackTrace();
            return "threw " + e.getCause() + (trace.length == 0 ? "" : " at " + trace[0]);
        }
    }

    private static String measured(final Callable<String> work) throws Exception {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        final String problem = work.call();
        final long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
        return problem == null && allocatedBytes > MAX_ALLOCATED_BYTES
                ? "took " + allocatedBytes + " bytes of memory"
                : problem;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
