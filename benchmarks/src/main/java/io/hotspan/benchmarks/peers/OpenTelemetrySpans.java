package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.Opened;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** What the benchmarks of OpenTelemetry's SDK do, wherever its spans go. */
final class OpenTelemetrySpans {
    private OpenTelemetrySpans() {}

    static void openClose(final OpenTelemetryState state, final Opened opened) {
        opened.add(1);
        open(state, "checkout");
    }

    static void openClose4Attr(final OpenTelemetryState state, final Opened opened) {
        opened.add(1);
        final Span span = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = span.makeCurrent()) {
            describe(state, span);
        } finally {
            span.end();
        }
    }

    static void openClose4Attr1Event(final OpenTelemetryState state, final Opened opened) {
        opened.add(1);
        final Span span = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = span.makeCurrent()) {
            describe(state, span);
            span.addEvent("paid");
        } finally {
            span.end();
        }
    }

    static void nested4(final OpenTelemetryState state, final Opened opened) {
        opened.add(4);
        final Span root = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = root.makeCurrent()) {
            open(state, "child");
            open(state, "child");
            open(state, "child");
        } finally {
            root.end();
        }
    }

    static void exception(final OpenTelemetryState state, final Opened opened) {
        opened.add(1);
        final Span span = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = span.makeCurrent()) {
            span.recordException(state.declined);
            span.setStatus(StatusCode.ERROR);
        } finally {
            span.end();
        }
    }

    static void open(final OpenTelemetryState state, final String name) {
        final Span span = state.tracer.spanBuilder(name).startSpan();
        try (var scope = span.makeCurrent()) {
            // the measured work is none
        } finally {
            span.end();
        }
    }

    private static void describe(final OpenTelemetryState state, final Span span) {
        span.setAttribute(state.user, "alice");
        span.setAttribute(state.currency, "Swiss franc (CHF)");
        span.setAttribute(state.amount, 1_299L);
        span.setAttribute(state.discount, 0.15);
    }
}
