package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.Opened;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a span of OpenTelemetry's SDK cost its thread, with the batch processor and an exporter
 * that discards? Baseline: two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar OpenTelemetryBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OpenTelemetryBenchmark {
    private final RuntimeException declined = new IllegalStateException("card declined");

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final OpenTelemetryState state, final Opened opened) {
        opened.add(1);
        final Span span = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = span.makeCurrent()) {
            // the measured work is none
        } finally {
            span.end();
        }
    }

    @Benchmark
    public void openClose4Attr(final OpenTelemetryState state, final Opened opened) {
        opened.add(1);
        final Span span = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = span.makeCurrent()) {
            describe(state, span);
        } finally {
            span.end();
        }
    }

    @Benchmark
    public void openClose4Attr1Event(final OpenTelemetryState state, final Opened opened) {
        opened.add(1);
        final Span span = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = span.makeCurrent()) {
            describe(state, span);
            span.addEvent("paid");
        } finally {
            span.end();
        }
    }

    @Benchmark
    public void nested4(final OpenTelemetryState state, final Opened opened) {
        opened.add(4);
        final Span root = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = root.makeCurrent()) {
            child(state);
            child(state);
            child(state);
        } finally {
            root.end();
        }
    }

    @Benchmark
    public void exception(final OpenTelemetryState state, final Opened opened) {
        opened.add(1);
        final Span span = state.tracer.spanBuilder("checkout").startSpan();
        try (var scope = span.makeCurrent()) {
            span.recordException(declined);
            span.setStatus(StatusCode.ERROR);
        } finally {
            span.end();
        }
    }

    /** A span of a trace that was not sampled. */
    @Benchmark
    public void unsampledChild(final UnsampledOpenTelemetry state) {
        child(state);
    }

    private static void child(final OpenTelemetryState state) {
        final Span span = state.tracer.spanBuilder("child").startSpan();
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
