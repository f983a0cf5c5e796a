package io.hotspan.tracing;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The same for tasks that run later, or again and again. */
final class ContextScheduledExecutorService extends ContextExecutorService
        implements ScheduledExecutorService {
    private final ScheduledExecutorService executor;

    ContextScheduledExecutorService(
            final ScheduledExecutorService executor, final Supplier<Context> contexts) {
        super(executor, contexts);
        this.executor = executor;
    }

    @Override
    public ScheduledFuture<?> schedule(final Runnable task, final long delay, final TimeUnit unit) {
        return executor.schedule(wrapped(task), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(
            final Callable<V> task, final long delay, final TimeUnit unit) {
        return executor.schedule(wrapped(task), delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            final Runnable task, final long initialDelay, final long period, final TimeUnit unit) {
        return executor.scheduleAtFixedRate(wrapped(task), initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            final Runnable task, final long initialDelay, final long delay, final TimeUnit unit) {
        return executor.scheduleWithFixedDelay(wrapped(task), initialDelay, delay, unit);
    }
}
