package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.Opened;
import io.micrometer.tracing.Span;
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
 * What does a span of Micrometer Tracing cost its thread, over OpenTelemetry's SDK with the batch
 * processor and an exporter that discards? Baseline: two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar MicrometerBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MicrometerBenchmark {
    private final RuntimeException declined = new IllegalStateException("card declined");

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final MicrometerState state, final Opened opened) {
        opened.add(1);
        open(state, "checkout");
    }

    @Benchmark
    public void openClose4Attr(final MicrometerState state, final Opened opened) {
        opened.add(1);
        final Span span = state.micrometer.nextSpan().name("checkout").start();
        try (var scope = state.micrometer.withSpan(span)) {
            describe(span);
        } finally {
            span.end();
        }
    }

    @Benchmark
    public void openClose4Attr1Event(final MicrometerState state, final Opened opened) {
        opened.add(1);
        final Span span = state.micrometer.nextSpan().name("checkout").start();
        try (var scope = state.micrometer.withSpan(span)) {
            describe(span);
            span.event("paid");
        } finally {
            span.end();
        }
    }

    @Benchmark
    public void nested4(final MicrometerState state, final Opened opened) {
        opened.add(4);
        final Span root = state.micrometer.nextSpan().name("checkout").start();
        try (var scope = state.micrometer.withSpan(root)) {
            open(state, "child");
            open(state, "child");
            open(state, "child");
        } finally {
            root.end();
        }
    }

    @Benchmark
    public void exception(final MicrometerState state, final Opened opened) {
        opened.add(1);
        final Span span = state.micrometer.nextSpan().name("checkout").start();
        try (var scope = state.micrometer.withSpan(span)) {
            span.error(declined);
        } finally {
            span.end();
        }
    }

    static void open(final MicrometerState state, final String name) {
        final Span span = state.micrometer.nextSpan().name(name).start();
        try (var scope = state.micrometer.withSpan(span)) {
            // the measured work is none
        } finally {
            span.end();
        }
    }

    private static void describe(final Span span) {
        span.tag("user", "alice");
        span.tag("currency", "Swiss franc (CHF)");
        span.tag("amount", 1_299L);
        span.tag("discount", 0.15);
    }
}
