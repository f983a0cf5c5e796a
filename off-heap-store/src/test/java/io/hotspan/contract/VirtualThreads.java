package io.hotspan.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, from a JDK that has them. */
final class VirtualThreads {
    private VirtualThreads() {}

    /** A new virtual thread for each task; the test is skipped on a JDK older than 21. */
    static ExecutorService executor() throws ReflectiveOperationException {
        assumeTrue(
                Runtime.version().feature() >= 21,
                "skipped: virtual threads need JDK 21, this is " + Runtime.version());
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
