package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Loses spans and claims not to: more in one go than a ring can hold, and nobody waits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(0)
public class LosingBenchmark {
    private static final int SPANS = 1_000_000;

    /** As {@link OverloadedTracer}, but it claims to lose nothing. */
    @State(Scope.Benchmark)
    public static class Claimant extends OverloadedTracer {
        @Override
        boolean losesNothing() {
            return true;
        }
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public void losesAndClaimsNotTo(final Claimant state) {
        record(state);
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public void losesAndSaysSo(final OverloadedTracer state) {
        record(state);
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public void losesNothing(final TracerState state) {
        record(state);
    }

    private static void record(final TracerState state) {
        for (int i = 0; i < SPANS; i++) {
            try (Span span = state.tracer.startSpan(state.checkout)) {}
        }
    }
}
