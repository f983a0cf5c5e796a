package io.hotspan.stress.fuzz;

import io.hotspan.Hotspan;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.util.List;
import java.util.Map;

/** What is recorded into the files that are damaged: records of every type. */
final class Sample {
    static final int SPANS_PER_ROUND = 60;
    static final int ROUNDS = 4;

    private static final int LONG_TEXT_CHARS = 150_000;

    private Sample() {}

    /** Records into a journal; between the rounds it is flushed. */
    static void record(final Hotspan hotspan) {
        for (int round = 0; round < ROUNDS; round++) {
            record(hotspan.tracer(), round);
            hotspan.flush();
        }
    }

    /** Records one round, in the calling thread and in others that it waits for. */
    static void record(final Tracer tracer, final int round) {
        for (int i = 0; i < SPANS_PER_ROUND; i++) {
            span(tracer, i);
        }
        final DetachedSpan detached = tracer.startDetachedSpan("detached");
        final Span open = tracer.startSpan("open", SpanType.CHAIN);
        final Thread other =
                new Thread(
                        () -> {
                            open.setAttribute("from another thread", round);
                            detached.setAttribute("round", round).close();
                            span(tracer, round);
                        });
        other.start();
        try {
            other.join();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (round == 1) {
            open.setInputs(Map.of("long", "text ".repeat(LONG_TEXT_CHARS / 5)));
        }
        open.close();
    }

    private static void span(final Tracer tracer, final int i) {
        try (Span span = tracer.startSpan("span " + i % 9, SpanType.TOOL);
                Span child = tracer.startSpan("child")) {
            child.setAttribute("long", i).setAttribute("double", i / 7.0);
            child.setAttribute("boolean", i % 2 == 0).setAttribute("latin", "text " + i);
            span.setInputs(Map.of("list", List.of(1, 2.5, "drei €", Map.of("a", "b"))));
            span.addEvent("event", Map.of("i", i));
            if (i % 10 == 0) {
                span.setStatus(SpanStatus.error("wrong")).setName("renamed " + i);
                child.addLink(span.context());
                tracer.currentTrace().setTag("tag", "value " + i);
            }
        }
    }
}
