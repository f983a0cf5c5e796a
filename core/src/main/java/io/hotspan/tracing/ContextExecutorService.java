package io.hotspan.tracing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Hands each task on with a context, taken when the task is handed over. */
class ContextExecutorService implements ExecutorService {
    private final ExecutorService executor;
    private final Supplier<Context> contexts;

    ContextExecutorService(final ExecutorService executor, final Supplier<Context> contexts) {
        this.executor = Objects.requireNonNull(executor, "executor");
        this.contexts = contexts;
    }

    final Runnable wrapped(final Runnable task) {
        return contexts.get().wrap(task);
    }

    final <T> Callable<T> wrapped(final Callable<T> task) {
        return contexts.get().wrap(task);
    }

    private <T> List<Callable<T>> wrapped(final Collection<? extends Callable<T>> tasks) {
        final Context context = contexts.get();
        final List<Callable<T>> wrapped = new ArrayList<>(tasks.size());
        tasks.forEach(task -> wrapped.add(context.wrap(task)));
        return wrapped;
    }

    @Override
    public void execute(final Runnable task) {
        executor.execute(wrapped(task));
    }

    @Override
    public Future<?> submit(final Runnable task) {
        return executor.submit(wrapped(task));
    }

    @Override
    public <T> Future<T> submit(final Runnable task, final T result) {
        return executor.submit(wrapped(task), result);
    }

    @Override
    public <T> Future<T> submit(final Callable<T> task) {
        return executor.submit(wrapped(task));
    }

    @Override
    public <T> List<Future<T>> invokeAll(final Collection<? extends Callable<T>> tasks)
            throws InterruptedException {
        return executor.invokeAll(wrapped(tasks));
    }

    @Override
    public <T> List<Future<T>> invokeAll(
            final Collection<? extends Callable<T>> tasks, final long timeout, final TimeUnit unit)
            throws InterruptedException {
        return executor.invokeAll(wrapped(tasks), timeout, unit);
    }

    @Override
    public <T> T invokeAny(final Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        return executor.invokeAny(wrapped(tasks));
    }

    @Override
    public <T> T invokeAny(
            final Collection<? extends Callable<T>> tasks, final long timeout, final TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return executor.invokeAny(wrapped(tasks), timeout, unit);
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return executor.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(final long timeout, final TimeUnit unit)
            throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }
}
