package io.hotspan.tracing;

import io.hotspan.model.SpanId;
import io.hotspan.model.TraceId;
import io.hotspan.recording.Recorder;
import io.hotspan.recording.Recording;
import io.hotspan.recording.SpanContext;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What new spans hang on: a trace, a parent in it, and whether it is recorded; or nothing.
 * Immutable, for any thread. Context crosses threads only when told to, by the wrappers here: what
 * is wrapped runs with this context current, on whatever thread and however often, and {@link
 * Tracer#currentSpan()} there gives the span that was current when the context was taken. None of
 * the wrappers takes null.
 *
 * {@snippet class=io.hotspan.docs.GuideContextTest region=completable-future}
 *
 * <p>An executor wrapped here gives all its tasks this one context; {@link Tracer#taskWrapping}
 * gives each task the context of the moment it is handed over.
 *
 * <p>Source: OpenTelemetry's {@code Context}; the reference copies Python's {@code contextvars}.
 */
public final class Context {
    private final Recording recording;
    private final SpanContext spanContext;
    private final Span span;

    Context(final Recording recording, final SpanContext spanContext, final Span span) {
        this.recording = recording;
        this.spanContext = spanContext;
        this.span = span;
    }

    /** Makes this context current on the calling thread until the scope is closed there. */
    public Scope makeCurrent() {
        final Recorder recorder = recording.recorder();
        return new Scope(recorder, recorder.enter(spanContext, span));
    }

    /** Whether there is a trace. */
    public boolean isPresent() {
        return spanContext.isPresent();
    }

    /** Whether what hangs on it is recorded. */
    public boolean isSampled() {
        return spanContext.sampled();
    }

    /** The id of the trace, {@code tr-…}; empty if there is none. */
    public String traceId() {
        return isPresent() ? TraceId.format(spanContext.traceHigh(), spanContext.traceLow()) : "";
    }

    /** The id of the parent, 16 hex digits; empty if there is none. */
    public String spanId() {
        return isPresent() ? SpanId.hex(spanContext.spanId()) : "";
    }

    /**
     * The work, with this context current while it runs.
     *
     * {@snippet class=io.hotspan.docs.GuideContextTest region=wrap}
     */
    public Runnable wrap(final Runnable work) {
        Objects.requireNonNull(work, "work");
        return () -> {
            try (Scope scope = makeCurrent()) {
                work.run();
            }
        };
    }

    /** As {@link #wrap(Runnable)}; what the work throws comes out unchanged. */
    public <V> Callable<V> wrap(final Callable<V> work) {
        Objects.requireNonNull(work, "work");
        return () -> {
            try (Scope scope = makeCurrent()) {
                return work.call();
            }
        };
    }

    /** As {@link #wrap(Runnable)}; a name of its own, or lambdas would fit {@code Callable} too. */
    public <T> Supplier<T> wrapSupplier(final Supplier<T> work) {
        Objects.requireNonNull(work, "work");
        return () -> {
            try (Scope scope = makeCurrent()) {
                return work.get();
            }
        };
    }

    /** As {@link #wrap(Runnable)}, for the stages of a {@code CompletableFuture} and the like. */
    public <T, R> Function<T, R> wrapFunction(final Function<T, R> work) {
        Objects.requireNonNull(work, "work");
        return argument -> {
            try (Scope scope = makeCurrent()) {
                return work.apply(argument);
            }
        };
    }

    /** As {@link #wrap(Runnable)}, for {@code handle}, {@code thenCombine} and the like. */
    public <T, U, R> BiFunction<T, U, R> wrapBiFunction(final BiFunction<T, U, R> work) {
        Objects.requireNonNull(work, "work");
        return (first, second) -> {
            try (Scope scope = makeCurrent()) {
                return work.apply(first, second);
            }
        };
    }

    /** As {@link #wrap(Runnable)}, for {@code thenAccept}, {@code forEach} and the like. */
    public <T> Consumer<T> wrapConsumer(final Consumer<T> work) {
        Objects.requireNonNull(work, "work");
        return argument -> {
            try (Scope scope = makeCurrent()) {
                work.accept(argument);
            }
        };
    }

    /** An executor that runs what it is given with this context current. */
    public Executor wrap(final Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return work -> executor.execute(wrap(work));
    }

    /** As {@link #wrap(Executor)}; shutting it down shuts the given one down. */
    public ExecutorService wrap(final ExecutorService executor) {
        return new ContextExecutorService(executor, () -> this);
    }

    /** As {@link #wrap(ExecutorService)}; every run of a repeated task has this context. */
    public ScheduledExecutorService wrap(final ScheduledExecutorService executor) {
        return new ContextScheduledExecutorService(executor, () -> this);
    }

    SpanContext spanContext() {
        return spanContext;
    }

    @Override
    public String toString() {
        return isPresent() ? "Context[" + traceId() + " " + spanId() + "]" : "Context[none]";
    }
}
