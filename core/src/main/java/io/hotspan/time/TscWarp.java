package io.hotspan.time;

import java.util.List;

/**
 * Compares the counters of the cores: two threads tell each other what they read, and none may read
 * less than it was told. One stays on a core, the other visits the rest of them.
 *
 * <p>Source: the same test in Linux, {@code arch/x86/kernel/tsc_sync.c}.
 */
final class TscWarp {
    private static final int TELLS_PER_CPU = 200;

    private final CpuAffinity affinity = new CpuAffinity();
    private final long deadlineNanos;
    private volatile long toldTicks = TscStub.readInOrder();
    private volatile boolean done;
    private volatile long warpTicks;

    private TscWarp(final long deadlineNanos) throws TscUnusableException {
        this.deadlineNanos = deadlineNanos;
    }

    /**
     * The most by which a counter was seen to be behind another; 0 if none was.
     *
     * @param limitNanos cores that are not visited by then are left to the kernel's own test
     * @throws TscUnusableException if it cannot be measured; a thread that was interrupted still is
     */
    static long measure(final long limitNanos) throws TscUnusableException {
        final List<Integer> cpus = CpuAffinity.allowedCpus();
        return cpus.size() < 2 ? 0 : new TscWarp(System.nanoTime() + limitNanos).measure(cpus);
    }

    private long measure(final List<Integer> cpus) throws TscUnusableException {
        final Thread home = start(() -> stay(cpus.get(0)));
        final Thread visitor = start(() -> visit(cpus.subList(1, cpus.size())));
        try {
            visitor.join();
            home.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TscUnusableException("interrupted while it was checked", e);
        } finally {
            done = true;
        }
        return warpTicks;
    }

    private void stay(final int cpu) {
        affinity.pinCurrentThread(cpu);
        while (isOn()) {
            tell();
        }
    }

    private void visit(final List<Integer> cpus) {
        for (final int cpu : cpus) {
            affinity.pinCurrentThread(cpu);
            long mine = toldTicks;
            int told = 0;
            while (told < TELLS_PER_CPU && isOn()) {
                told += toldTicks == mine ? 0 : 1;
                mine = tell();
            }
        }
        done = true;
    }

    private boolean isOn() {
        return !done && System.nanoTime() - deadlineNanos < 0;
    }

    /** Each value was read before it was told, so what is read after it must not be less. */
    private long tell() {
        final long told = toldTicks;
        final long mine = TscStub.readInOrder();
        if (told - mine > warpTicks) {
            warpTicks = told - mine;
        }
        toldTicks = mine;
        return mine;
    }

    private static Thread start(final Runnable task) {
        final Thread thread = new Thread(task, "hotspan-tsc-check");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
