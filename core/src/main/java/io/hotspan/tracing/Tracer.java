package io.hotspan.tracing;

import io.hotspan.recording.DetachedSpanRecorder;
import io.hotspan.recording.Recorder;
import io.hotspan.recording.RecorderFinder;
import io.hotspan.recording.Recording;
import io.hotspan.recording.SpanContext;
import io.hotspan.symbol.Symbol;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.LongAdder;

/**
 * Opens spans. One for a program, given to whoever traces; safe for any thread.
 *
 * <p>Source: the fluent API of MLflow Tracing; context headers as W3C Trace Context has them.
 */
@SuppressWarnings("overloads") // a block with and without a value: the body's shape tells
public final class Tracer extends RecorderFinder {
    private static final String AGENT_BRIDGE = "io.hotspan.agent.bridge.Bridge";

    private final Recording recording;
    private final LongAdder malformedHeaders = new LongAdder();

    /** A tracer that records into a recording. */
    public Tracer(final Recording recording) {
        super(Objects.requireNonNull(recording, "recording"));
        this.recording = recording;
    }

    /**
     * The tracer of the Java agent: what is opened by hand with it nests with the spans that the
     * agent weaves in. Keep it; asking costs a reflective call.
     *
     * @return empty if the JVM runs without the agent
     */
    public static Optional<Tracer> ofAgent() {
        try {
            final Object tracer =
                    Class.forName(AGENT_BRIDGE, true, null).getMethod("tracer").invoke(null);
            return tracer instanceof Tracer own ? Optional.of(own) : Optional.empty();
        } catch (final ReflectiveOperationException e) {
            return Optional.empty(); // there is no bridge without the agent
        }
    }

    /**
     * The symbol of a text: keep it in a final field, and pass it instead of the text where a span
     * must cost the least.
     */
    public Symbol symbol(final String text) {
        return recording.symbols().symbol(text);
    }

    /**
     * Runs a block in a span and returns what it returns. A normal return makes the span OK;
     * whatever the block throws makes it ERROR, is recorded as an event, and comes out unchanged.
     *
     * {@snippet class=io.hotspan.docs.GuideRecordingTest region=block}
     *
     * <p>A lambda with an expression for a body fits both forms, and the compiler asks which: write
     * {@code (Span span) -> expression}, or a body in braces.
     *
     * <p>Source: {@code with mlflow.start_span(name=…) as span}.
     *
     * @param name what the span is called; null is "null"
     * @param body not null; runs once, on this thread
     * @throws E what the body throws
     */
    public <R, E extends Throwable> R trace(final String name, final SpanFunction<R, E> body)
            throws E {
        return trace(name, null, body);
    }

    /**
     * As {@link #trace(String, SpanFunction)}, with a type of {@link io.hotspan.model.SpanType}.
     */
    public <R, E extends Throwable> R trace(
            final String name, final String type, final SpanFunction<R, E> body) throws E {
        return run(start(name, type), body);
    }

    /** As {@link #trace(String, SpanFunction)}, for a block that returns nothing. */
    public <E extends Throwable> void trace(final String name, final SpanBlock<E> body) throws E {
        trace(name, null, body);
    }

    /** As {@link #trace(String, String, SpanFunction)}, for a block that returns nothing. */
    public <E extends Throwable> void trace(
            final String name, final String type, final SpanBlock<E> body) throws E {
        run(start(name, type), body);
    }

    /** As {@link #trace(String, SpanFunction)}, without looking the name up. */
    public <R, E extends Throwable> R trace(final Symbol name, final SpanFunction<R, E> body)
            throws E {
        return run(startSpan(name), body);
    }

    /** As {@link #trace(String, SpanBlock)}, without looking the name up. */
    public <E extends Throwable> void trace(final Symbol name, final SpanBlock<E> body) throws E {
        run(startSpan(name), body);
    }

    /**
     * Opens a span below the current one, and makes it current. Close it on the same thread.
     *
     * {@snippet class=io.hotspan.docs.GuideRecordingTest region=by-hand}
     *
     * <p>Source: {@code mlflow.start_span(name=…)}.
     *
     * @param name what the span is called; null is "null"
     */
    public Span startSpan(final String name) {
        return start(name, null);
    }

    /**
     * As {@link #startSpan(String)}, with a type of {@link io.hotspan.model.SpanType} or an own
     * one.
     */
    public Span startSpan(final String name, final String type) {
        return start(name, type);
    }

    /** As {@link #startSpan(String)}, without looking the name up. */
    public Span startSpan(final Symbol name) {
        final Recorder recorder = recorder();
        return new Span(recorder, recorder.start(name));
    }

    /** Begins to describe a span with inputs, attributes, another parent, links or a start time. */
    public SpanBuilder spanBuilder(final String name) {
        return new SpanBuilder(this, name);
    }

    /**
     * Opens a span below the current one that is not current itself, and may end on any thread.
     *
     * <p>Source: {@code mlflow.start_span_no_context}.
     */
    public DetachedSpan startDetachedSpan(final String name) {
        return spanBuilder(name).startDetached();
    }

    /** As {@link #startDetachedSpan(String)}, with a type. */
    public DetachedSpan startDetachedSpan(final String name, final String type) {
        return spanBuilder(name).type(type).startDetached();
    }

    /** The same without objects, for the hottest paths. */
    public SpanHandles handles() {
        return new SpanHandles(recording);
    }

    /**
     * The current span; one that records nothing if there is none. Never null.
     *
     * <p>Source: {@code mlflow.get_current_active_span()}, which may give none.
     */
    public Span currentSpan() {
        final Recorder recorder = recorder();
        final Object captured = recorder.currentSpan();
        return captured instanceof Span span ? span : new Span(recorder, recorder.current());
    }

    /**
     * The trace of the current span, to say things about it as a whole. Never null.
     *
     * <p>Source: {@code mlflow.update_current_trace}.
     */
    public CurrentTrace currentTrace() {
        return new CurrentTrace(recording, recorder().context());
    }

    /** What a span opened now would hang on. Never null; take it to another thread. */
    public Context currentContext() {
        final Recorder recorder = recorder();
        final SpanContext context = recorder.context();
        return new Context(recording, context, context.isPresent() ? currentSpan() : null);
    }

    /**
     * An executor each of whose tasks runs with the context that is current where it is handed
     * over. Shutting it down shuts the given one down.
     *
     * {@snippet class=io.hotspan.docs.GuideContextTest region=task-wrapping}
     *
     * <p>Source: OpenTelemetry's {@code Context.taskWrapping}.
     */
    public ExecutorService taskWrapping(final ExecutorService executor) {
        return new ContextExecutorService(executor, this::currentContext);
    }

    /** As {@link #taskWrapping(ExecutorService)}, for tasks that run later or again and again. */
    public ScheduledExecutorService taskWrapping(final ScheduledExecutorService executor) {
        return new ContextScheduledExecutorService(executor, this::currentContext);
    }

    /** As {@link #taskWrapping(ExecutorService)}. */
    public Executor taskWrapping(final Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return task -> executor.execute(currentContext().wrap(task));
    }

    /**
     * Writes the current context into a carrier, as {@code traceparent} and {@code tracestate}.
     *
     * {@snippet class=io.hotspan.docs.GuideContextTest region=inject}
     *
     * <p>Source: W3C Trace Context.
     */
    public <C> void inject(final C carrier, final TextMapSetter<C> setter) {
        inject(currentContext(), carrier, setter);
    }

    /** Writes a context into a carrier. One without a trace writes nothing. */
    public <C> void inject(final Context context, final C carrier, final TextMapSetter<C> setter) {
        final SpanContext spanContext = context.spanContext();
        if (spanContext.isPresent()) {
            setter.set(carrier, TraceParent.TRACEPARENT, TraceParent.format(spanContext));
            if (!spanContext.traceState().isEmpty()) {
                setter.set(carrier, TraceParent.TRACESTATE, spanContext.traceState());
            }
        }
    }

    /**
     * The context that a carrier holds; one without a trace if it has no {@code traceparent}, or a
     * malformed one, which is counted. Flags other than "sampled" are accepted; {@code tracestate}
     * is kept, and goes on with {@link #inject}, unless it is longer than 32 members or no header's
     * text.
     *
     * {@snippet class=io.hotspan.docs.GuideContextTest region=extract}
     *
     * <p>Source: W3C Trace Context.
     */
    public <C> Context extract(final C carrier, final TextMapGetter<C> getter) {
        final String header = getter.get(carrier, TraceParent.TRACEPARENT);
        if (header == null) {
            return noContext();
        }
        final SpanContext parsed =
                TraceParent.parse(header, getter.get(carrier, TraceParent.TRACESTATE));
        if (parsed == null) {
            malformedHeaders.increment();
            return noContext();
        }
        // a trace that comes in is new here: switched off, it is not recorded
        return new Context(recording, recording.isEnabled() ? parsed : parsed.notSampled(), null);
    }

    /** Headers that could not be read; each began a new trace. */
    public long malformedHeaders() {
        return malformedHeaders.sum();
    }

    Context noContext() {
        return new Context(recording, SpanContext.NONE, null);
    }

    Span start(final String name, final String type) {
        final Recorder recorder = recorder();
        if (type == null) {
            return new Span(recorder, recorder.start(name));
        }
        final Symbol nameSymbol = symbol(name);
        final Symbol typeSymbol = symbol(type);
        final Span span =
                named(recorder, recorder.start(nameSymbol.id(), typeSymbol.id()), nameSymbol);
        return typeSymbol.id() == Symbol.NO_ID ? span.setType(type) : span;
    }

    Span startBelow(final SpanContext parent, final String name, final String type) {
        final Recorder recorder = recorder();
        final Symbol nameSymbol = symbol(name);
        final Span span =
                named(
                        recorder,
                        recorder.startBelow(parent, nameSymbol.id(), Symbol.NO_ID),
                        nameSymbol);
        return type == null ? span : span.setType(type);
    }

    DetachedSpan startDetached(final SpanContext parent, final String name, final String type) {
        final Symbol nameSymbol = symbol(name);
        final DetachedSpanRecorder recorder =
                DetachedSpanRecorder.start(recording, parent, nameSymbol.id(), Symbol.NO_ID);
        final DetachedSpan span = new DetachedSpan(recording, recorder);
        if (nameSymbol.id() == Symbol.NO_ID) {
            span.setName(name);
        }
        return type == null ? span : span.setType(type);
    }

    <R, E extends Throwable> R run(final Span span, final SpanFunction<R, E> body) throws E {
        final R result;
        try {
            result = body.apply(span);
        } catch (final Throwable thrown) {
            span.endWith(thrown);
            throw thrown;
        }
        span.endOk();
        return result;
    }

    <E extends Throwable> void run(final Span span, final SpanBlock<E> body) throws E {
        try {
            body.run(span);
        } catch (final Throwable thrown) {
            span.endWith(thrown);
            throw thrown;
        }
        span.endOk();
    }

    /** A name without a symbol is written in full, at once. */
    private Span named(final Recorder recorder, final long handle, final Symbol name) {
        if (name.id() == Symbol.NO_ID) {
            recorder.details().name(handle, name);
        }
        return new Span(recorder, handle);
    }
}
