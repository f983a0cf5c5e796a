package com.acme;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Hands work to other threads in every way the JDK has. */
public final class Handovers {
    private static final CountDownLatch VIRTUAL = new CountDownLatch(1);

    private Handovers() {}

    /** Prints when all is done. */
    public static void main(final String[] args) throws Exception {
        final ExecutorService pool = Executors.newFixedThreadPool(1);
        final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        throughPool(pool);
        throughTimer(timer);
        throughForkJoin();
        throughParallelStream();
        throughStages(pool);
        throughThread();
        if (Runtime.version().feature() >= 21) {
            throughVirtualThread();
        }
        pool.submit(() -> work("alone")).get();
        pool.shutdown();
        timer.shutdown();
        System.out.println("done");
    }

    static void throughPool(final ExecutorService pool) throws Exception {
        pool.submit(() -> work("pool")).get();
        pool.invokeAll(List.of(() -> work("all")));
    }

    static void throughTimer(final ScheduledExecutorService timer) throws Exception {
        timer.schedule(() -> work("timer"), 1, TimeUnit.MILLISECONDS).get();
    }

    static void throughForkJoin() throws Exception {
        ForkJoinPool.commonPool().submit(() -> work("fork-join")).get();
    }

    static void throughParallelStream() {
        IntStream.range(0, 8).parallel().forEach(i -> work("parallel"));
    }

    static void throughStages(final ExecutorService pool) {
        final CompletableFuture<String> begun = new CompletableFuture<>();
        final CompletableFuture<String> end =
                CompletableFuture.supplyAsync(() -> work("supply"), pool)
                        .thenCombine(begun, (one, other) -> work("combine"))
                        .thenApplyAsync(text -> work("apply async"))
                        .thenApply(text -> work("apply"));
        new Thread(() -> begun.complete("elsewhere")).start();
        end.join();
    }

    static void throughThread() throws Exception {
        final Thread thread =
                new Thread() {
                    @Override
                    public void run() {
                        work("thread");
                    }
                };
        thread.start();
        thread.join();
    }

    static void throughVirtualThread() throws Exception {
        Thread.class
                .getMethod("startVirtualThread", Runnable.class)
                .invoke(
                        null,
                        (Runnable)
                                () -> {
                                    work("virtual");
                                    VIRTUAL.countDown();
                                });
        VIRTUAL.await();
    }

    static String work(final String what) {
        return what;
    }
}
