package io.hotspan.tracing;

import io.hotspan.record.TimeDescriptor;
import io.hotspan.recording.SpanContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A span about to be opened: first what it is, then one of {@link #start()}, {@link
 * #startDetached()} and {@link #trace(SpanFunction)}. One thread's own, used once. Nulls mean what
 * they mean in {@link OpenSpan}; only a parent must be given.
 *
 * {@snippet class=io.hotspan.docs.GuideRecordingTest region=builder}
 *
 * <p>Source: the arguments of {@code mlflow.start_span} and {@code start_span_no_context}.
 */
@SuppressWarnings("overloads") // a block with and without a value: the body's shape tells
public final class SpanBuilder {
    private final Tracer tracer;
    private final String name;
    private final List<Map<String, ?>> attributes = new ArrayList<>(2);
    private final List<Link> links = new ArrayList<>(0);
    private String type;
    private Context parent;
    private Object inputs;
    private boolean hasInputs;
    private long startEpochNanos;
    private boolean hasStart;

    private record Link(Context other, Map<String, ?> attributes) {}

    SpanBuilder(final Tracer tracer, final String name) {
        this.tracer = tracer;
        this.name = name;
    }

    /** One of {@link io.hotspan.model.SpanType}, or a type of the program's own. */
    public SpanBuilder type(final String spanType) {
        type = spanType;
        return this;
    }

    /** What the work is given. */
    public SpanBuilder inputs(final Object spanInputs) {
        inputs = spanInputs;
        hasInputs = true;
        return this;
    }

    /** An attribute to begin with. Captured when the span is opened. */
    public SpanBuilder attribute(final String key, final Object value) {
        attributes.add(Collections.singletonMap(key, value));
        return this;
    }

    /**
     * Attributes to begin with, as {@link OpenSpan#setAttributes}; null is none. Captured when the
     * span is opened.
     */
    public SpanBuilder attributes(final Map<String, ?> more) {
        attributes.add(more);
        return this;
    }

    /** Hangs the span on a context instead of the current span. */
    public SpanBuilder parent(final Context context) {
        parent = Objects.requireNonNull(context, "parent");
        return this;
    }

    /** Hangs the span on another one that is open. */
    public SpanBuilder parent(final OpenSpan<?> span) {
        return parent(span.context());
    }

    /** Begins a new trace, whatever is current. */
    public SpanBuilder root() {
        parent = tracer.noContext();
        return this;
    }

    /** Links the span to another one. */
    public SpanBuilder link(final Context other, final Map<String, ?> linkAttributes) {
        links.add(new Link(other, linkAttributes));
        return this;
    }

    /** As {@link #link(Context, Map)}, with nothing more to say. */
    public SpanBuilder link(final Context other) {
        return link(other, Map.of());
    }

    /** When the work began, in nanoseconds since the epoch; else it is now. */
    public SpanBuilder startTime(final long epochNanos) {
        startEpochNanos = epochNanos;
        hasStart = true;
        return this;
    }

    /** Opens the span, and makes it current. */
    public Span start() {
        final Span span =
                parent == null
                        ? tracer.start(name, type)
                        : tracer.startBelow(parent.spanContext(), name, type);
        if (hasStart) {
            span.setTime(TimeDescriptor.START, startEpochNanos);
        }
        return described(span);
    }

    /** Opens the span as one of no thread. */
    public DetachedSpan startDetached() {
        final SpanContext below = (parent == null ? tracer.currentContext() : parent).spanContext();
        final DetachedSpan span = tracer.startDetached(below, name, type);
        if (hasStart) {
            span.setTime(TimeDescriptor.START, startEpochNanos);
        }
        return described(span);
    }

    /** Runs a block in the span, as {@link Tracer#trace(String, SpanFunction)} does. */
    public <R, E extends Throwable> R trace(final SpanFunction<R, E> body) throws E {
        return tracer.run(start(), body);
    }

    /** As {@link #trace(SpanFunction)}, for a block that returns nothing. */
    public <E extends Throwable> void trace(final SpanBlock<E> body) throws E {
        tracer.run(start(), body);
    }

    private <S extends OpenSpan<S>> S described(final S span) {
        if (hasInputs) {
            span.setInputs(inputs);
        }
        attributes.forEach(span::setAttributes);
        links.forEach(link -> span.addLink(link.other, link.attributes));
        return span;
    }
}
