package io.hotspan.stress.soak;

import io.hotspan.Hotspan;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.symbol.Symbol;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.OpenSpan;
import io.hotspan.tracing.Scope;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.SpanHandles;
import io.hotspan.tracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;

/** Calls the API at random: one thread's own. Each call of {@link #trace()} makes one trace. */
final class RandomCalls {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_NAMES = 40;
    private static final int LONG_TEXT_CHARS = 1 << 20;
    private static final int ONE_LONG_TEXT_IN = 20_000;

    private final Tracer tracer;
    private final SpanHandles handles;
    private final Symbol handleName;
    private final Symbol key;
    private final SoakCounts counts;
    private final BlockingQueue<Object> handedOver;
    private final SplittableRandom random;
    private Span ended;

    /**
     * @param handedOver spans and contexts that threads give to each other
     */
    RandomCalls(
            final Hotspan hotspan,
            final SoakCounts counts,
            final BlockingQueue<Object> handedOver,
            final SplittableRandom random) {
        tracer = hotspan.tracer();
        handles = tracer.handles();
        handleName = tracer.symbol("by handle");
        key = tracer.symbol("key");
        this.counts = counts;
        this.handedOver = handedOver;
        this.random = random;
    }

    /** Records a trace, or adds to the trace of another thread. */
    void trace() {
        final Object other = random.nextInt(4) == 0 ? handedOver.poll() : null;
        if (other instanceof Context context) {
            try (Scope scope = context.makeCurrent()) {
                span(1);
            }
        } else if (other instanceof DetachedSpan detached) {
            say(detached);
            detached.close();
        } else if (other instanceof Span span) {
            span.setAttribute("from another thread", random.nextLong()); // it may have ended
        } else {
            span(0);
        }
    }

    private void span(final int depth) {
        switch (random.nextInt(6)) {
            case 0 -> block(depth);
            case 1 -> handle(depth);
            case 2 -> detached();
            default -> byHand(depth);
        }
    }

    private void byHand(final int depth) {
        counts.opened.increment();
        final Span span = tracer.startSpan("step " + random.nextInt(MAX_NAMES), SpanType.CHAIN);
        say(span);
        children(depth);
        if (random.nextInt(50) == 0) {
            handedOver.offer(random.nextBoolean() ? span : span.context());
        }
        if (random.nextInt(20) == 0) {
            say(span.recordException(new IllegalStateException("at random")));
        }
        if (random.nextInt(40) == 0 && depth > 0) {
            outOfOrder(span);
        } else {
            span.close();
        }
        if (random.nextInt(100) == 0) {
            counts.stale.increment();
            span.close();
        }
        ended = span;
    }

    /** The outer of two spans ends first. */
    private void outOfOrder(final Span outer) {
        counts.opened.increment();
        final Span inner = tracer.startSpan("inner");
        outer.close();
        inner.close();
    }

    private void block(final int depth) {
        counts.opened.increment();
        try {
            tracer.trace(
                    "block",
                    span -> {
                        say(span);
                        children(depth);
                        if (random.nextInt(30) == 0) {
                            throw new IllegalArgumentException("at random");
                        }
                    });
        } catch (final IllegalArgumentException e) {
            counts.thrown.increment();
        }
    }

    private void handle(final int depth) {
        counts.opened.increment();
        final long handle = handles.start(handleName);
        handles.setAttribute(handle, key, random.nextLong());
        handles.addEvent(handle, key);
        children(depth);
        handles.end(handle);
    }

    private void detached() {
        counts.opened.increment();
        final DetachedSpan span = tracer.startDetachedSpan("detached");
        say(span);
        if (random.nextInt(3) > 0 || !handedOver.offer(span)) {
            span.close();
        }
    }

    private void children(final int depth) {
        if (depth < MAX_DEPTH) {
            for (int i = random.nextInt(3); i > 0; i--) {
                span(depth + 1);
            }
        }
    }

    private void say(final OpenSpan<?> span) {
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(9)) {
                case 0 -> span.setAttribute("long", random.nextLong());
                case 1 -> span.setAttribute("double", random.nextDouble());
                case 2 -> span.setAttribute("boolean", random.nextBoolean());
                case 3 -> span.setAttribute("text", "äö€ " + random.nextInt());
                case 4 -> span.setInputs(Map.of("question", text(), "list", List.of(1, 2.5, "x")));
                case 5 -> span.setOutputs(text());
                case 6 -> span.addEvent("event", Map.of("n", random.nextInt()));
                case 7 -> span.setStatus(SpanStatus.error("at random"));
                default -> link(span);
            }
        }
    }

    private void link(final OpenSpan<?> span) {
        if (ended != null) {
            span.addLink(ended.context(), Map.of("why", "at random"));
        }
    }

    private String text() {
        final int chars =
                random.nextInt(ONE_LONG_TEXT_IN) == 0 ? LONG_TEXT_CHARS : random.nextInt(200);
        return "word ".repeat(chars / 5);
    }
}
