package io.hotspan.demo.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Asks many questions from several threads at once. Runs once. */
public final class Load {
    private static final long PROGRESS_MILLIS = 100;
    private static final int GRACE_STEPS = 20;

    private final AskClient client;
    private final Questions questions;
    private final int requests;
    private final int concurrency;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<String> failure = new AtomicReference<>();
    private volatile boolean isStopped;

    /**
     * @param requests how many questions
     * @param concurrency how many at once
     */
    public Load(
            final AskClient client,
            final Questions questions,
            final int requests,
            final int concurrency) {
        this.client = client;
        this.questions = questions;
        this.requests = requests;
        this.concurrency = concurrency;
    }

    /**
     * Asks all questions, and tells how far it is several times a second.
     *
     * @param listener called by this thread
     * @return how it went; less than all if {@link #stop()} was called
     * @throws InterruptedException if this thread was interrupted; the others then stop as well
     */
    public LoadProgress run(final Consumer<LoadProgress> listener) throws InterruptedException {
        final long startNanos = System.nanoTime();
        final CountDownLatch running = new CountDownLatch(concurrency);
        final List<Thread> threads = start(running);
        int graceSteps = GRACE_STEPS;
        try {
            while (!running.await(PROGRESS_MILLIS, TimeUnit.MILLISECONDS)) {
                listener.accept(progress(startNanos));
                if (isStopped && --graceSteps == 0) {
                    threads.forEach(Thread::interrupt);
                }
            }
        } finally {
            stop();
        }
        final LoadProgress end = progress(startNanos);
        listener.accept(end);
        return end;
    }

    /** Asks no further question; those on their way have two seconds. From any thread. */
    public void stop() {
        isStopped = true;
    }

    private List<Thread> start(final CountDownLatch running) {
        final List<Thread> threads = new ArrayList<>();
        for (int number = 1; number <= concurrency; number++) {
            final String name = "ask-client-" + number;
            final Thread thread = new Thread(() -> askAndEnd(name, running), name);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void askAndEnd(final String session, final CountDownLatch running) {
        try {
            for (int index = next.getAndIncrement();
                    index < requests && !isStopped;
                    index = next.getAndIncrement()) {
                ask(index, session);
            }
        } finally {
            running.countDown();
        }
    }

    private void ask(final int index, final String session) {
        try {
            client.ask(questions.get(index), session);
            answered.incrementAndGet();
        } catch (final AskException e) {
            (e.isRefused() ? refused : failed).incrementAndGet();
            if (!e.isRefused()) {
                failure.compareAndSet(null, e.getMessage());
            }
        }
    }

    private LoadProgress progress(final long startNanos) {
        return new LoadProgress(
                requests,
                answered.get(),
                refused.get(),
                failed.get(),
                System.nanoTime() - startNanos,
                failure.get());
    }
}
