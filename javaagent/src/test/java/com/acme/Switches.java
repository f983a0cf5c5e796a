package com.acme;

import io.hotspan.tracing.Trace;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands work over in the ways that the agent has a switch for, each in a span of that name. All
 * threads that serve others are there before the first span, and nobody runs what he waits for.
 */
public final class Switches {
    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final ForkJoinPool forkJoin = new ForkJoinPool(1);
    private final BlockingQueue<Runnable> elsewhere = new LinkedBlockingQueue<>();

    private Switches() {}

    /** Ends when all is done. */
    public static void main(final String[] args) throws Exception {
        final Switches switches = new Switches();
        switches.startThreads();
        switches.threadPools();
        switches.forkJoin();
        switches.completableFuture();
        switches.threads();
        if (Runtime.version().feature() >= 21) {
            switches.virtualThreads();
        }
        System.exit(0);
    }

    private void startThreads() throws Exception {
        pool.submit(() -> {}).get();
        forkJoin.submit(() -> {}).get();
        new Thread(
                        () -> {
                            try {
                                while (true) {
                                    elsewhere.take().run();
                                }
                            } catch (final InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .start();
    }

    @Trace(name = "thread-pools")
    void threadPools() throws Exception {
        final CountDownLatch done = new CountDownLatch(1);
        pool.execute(() -> work(done));
        done.await();
    }

    @Trace(name = "fork-join")
    void forkJoin() throws Exception {
        final CountDownLatch done = new CountDownLatch(1);
        forkJoin.execute(() -> work(done));
        done.await();
    }

    @Trace(name = "completable-future")
    void completableFuture() throws Exception {
        final CountDownLatch done = new CountDownLatch(1);
        final CompletableFuture<String> begun = new CompletableFuture<>();
        final CompletableFuture<Void> end = begun.thenAccept(text -> work(done));
        elsewhere.add(() -> begun.complete("text"));
        end.join();
    }

    @Trace(name = "threads")
    void threads() throws Exception {
        final CountDownLatch done = new CountDownLatch(1);
        new Thread(() -> work(done)).start();
        done.await();
    }

    @Trace(name = "virtual-threads")
    void virtualThreads() throws Exception {
        final CountDownLatch done = new CountDownLatch(1);
        Thread.class
                .getMethod("startVirtualThread", Runnable.class)
                .invoke(null, (Runnable) () -> work(done));
        done.await();
    }

    @Trace(name = "work", captureInputs = false)
    static void inner() {}

    static void work(final CountDownLatch done) {
        inner();
        done.countDown();
    }
}
