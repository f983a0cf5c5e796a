package com.acme;

import io.hotspan.Hotspan;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Trace;
import io.hotspan.tracing.Tracer;
import java.nio.file.Path;

/** Has a journal of its own beside the agent's. */
public final class OwnStore {
    private OwnStore() {}

    /** Records to both, in turns. */
    public static void main(final String[] args) {
        try (Hotspan own = Hotspan.open(Path.of("own"))) {
            System.out.println(both(own.tracer(), Tracer.ofAgent().orElseThrow()));
        }
    }

    @Trace(name = "woven", captureInputs = false)
    static String both(final Tracer own, final Tracer agents) {
        try (Span outer = own.startSpan("own outer");
                Span byHand = agents.startSpan("by hand");
                Span inner = own.startSpan("own inner")) {
            return outer.traceId().equals(inner.traceId())
                    + " "
                    + outer.traceId().equals(byHand.traceId());
        }
    }
}
