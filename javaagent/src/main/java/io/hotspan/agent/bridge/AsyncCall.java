package io.hotspan.agent.bridge;

import io.hotspan.agent.result.OpenCall;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Scope;
import io.hotspan.tracing.SpanBuilder;
import io.hotspan.tracing.Tracer;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call whose span may outlive the method: a span of no thread, which is the parent of what the
 * method opens, and is current nowhere once the method has returned.
 */
final class AsyncCall implements OpenCall {
    /** Of an endless stream no more is kept, and no more events are recorded. */
    private static final int MAX_ELEMENTS = 10_000;

    private static final String CHUNK_EVENT = "mlflow.chunk.item.";
    private static final String CHUNK_VALUE = "mlflow.chunk.value";

    private final WovenMethod method;
    private final DetachedSpan span;
    private final Scope scope;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Object> elements = new ArrayList<>(); // guarded by itself
    private long elementCount; // guarded by elements

    AsyncCall(final Tracer tracer, final WovenMethod method, final Object[] arguments) {
        this.method = method;
        final SpanBuilder builder = tracer.spanBuilder(method.name().text());
        if (method.type() != null) {
            builder.type(method.type().text());
        }
        method.attributes().forEach(fixed -> builder.attribute(fixed.key().text(), fixed.value()));
        if (method.capturesInputs() && arguments.length > 0) {
            builder.inputs(new Arguments(method.parameterNames(), arguments));
        }
        span = builder.startDetached();
        scope = span.context().makeCurrent();
    }

    /** The method has returned or thrown; what is returned is to be returned instead. */
    Object returned(final Object result, final Throwable thrown) {
        scope.close();
        if (thrown != null) {
            fail(thrown);
            return result;
        }
        return method.resultKind().watch(result, this);
    }

    @Override
    public void element(final Object element) {
        if (!method.capturesOutput() || ended.get()) {
            return;
        }
        final long index;
        synchronized (elements) {
            index = elementCount++;
            if (index < MAX_ELEMENTS) {
                elements.add(element);
            }
        }
        if (index < MAX_ELEMENTS) {
            span.addEvent(CHUNK_EVENT + index, new SingleEntry(CHUNK_VALUE, element));
        }
    }

    @Override
    public void end() {
        if (ended.compareAndSet(false, true)) {
            if (method.capturesOutput()) {
                span.setOutputs(method.reducer().apply(taken()));
            }
            span.close();
        }
    }

    @Override
    public void endWith(final Object value) {
        if (ended.compareAndSet(false, true)) {
            if (method.capturesOutput()) {
                span.setOutputs(value);
            }
            span.close();
        }
    }

    @Override
    public void fail(final Throwable thrown) {
        if (ended.compareAndSet(false, true)) {
            final List<Object> taken = taken();
            if (!taken.isEmpty()) {
                span.setOutputs(method.reducer().apply(taken));
            }
            span.recordException(thrown);
            span.close();
        }
    }

    private List<Object> taken() {
        synchronized (elements) {
            if (elementCount > MAX_ELEMENTS) {
                span.setAttribute("hotspan.elements.count", elementCount);
            }
            return new ArrayList<>(elements);
        }
    }

    /** {@code Map.of} takes no null, and an element may be. */
    private static final class SingleEntry extends AbstractMap<String, Object> {
        private final Map.Entry<String, Object> entry;

        SingleEntry(final String key, final Object value) {
            entry = new SimpleImmutableEntry<>(key, value);
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return Set.of(entry);
        }
    }
}
