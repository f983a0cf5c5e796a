package com.acme;

import io.hotspan.model.SpanType;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Trace;
import io.hotspan.tracing.Tracer;

/** The examples of docs/agent.md. */
public final class Shop {
    /** Asks once. */
    public static void main(final String[] args) {
        System.out.println(new Shop().ask("tea?", 2));
    }

    // region annotated
    @Trace(
            name = "answer",
            type = SpanType.CHAIN,
            attributes = @Trace.Attribute(key = "team", value = "search"))
    public String ask(String question, int depth) {
        return best(question, depth);
    }

    // endregion

    // region by-hand
    @Trace
    String best(String question, int depth) {
        Tracer tracer = Tracer.ofAgent().orElseThrow();
        tracer.currentSpan().setAttribute("depth", depth);
        try (Span span = tracer.startSpan("rank", SpanType.RERANKER)) {
            span.setInputs(question);
            return question.toUpperCase(java.util.Locale.ROOT);
        }
    }
    // endregion
}
