package io.hotspan.demo.assistant;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers questions on threads of its own. That what they do belongs to the trace of whoever asked
 * is the agent's work: nothing here says so.
 */
public final class AskService implements AutoCloseable {
    private static final long MAX_WAIT_SECONDS = 5;

    private final Assistant assistant;
    private final ExecutorService threads;

    /**
     * @param threadCount how many questions it answers at once
     */
    public AskService(final Assistant assistant, final int threadCount) {
        this.assistant = assistant;
        final AtomicInteger number = new AtomicInteger();
        threads =
                Executors.newFixedThreadPool(
                        threadCount,
                        work -> {
                            final Thread thread =
                                    new Thread(work, "ask-server-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** The answer, which comes later; it fails as {@link Assistant#answer} does. */
    public CompletableFuture<Answer> ask(final String question) {
        return CompletableFuture.supplyAsync(() -> assistant.answer(question), threads);
    }

    /** Interrupts what is at work, and waits for its end. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
