package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.Opened;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a span of Micrometer Tracing cost its thread when none is lost? The batch processor
 * drops what its exporter is too slow for, so spans come in bursts that its queue has room for, and
 * it is flushed between them. The flush is not timed and nobody waits in a burst, where Hotspan's
 * benchmarks wait and have the wait in their figure: the error is in OpenTelemetry's favour.
 * Baseline: two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar MicrometerBurstBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MicrometerBurstBenchmark {
    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    @OperationsPerInvocation(BurstState.BURST)
    public void openClose(final MicrometerBurstState state, final Opened opened) {
        for (int i = 0; i < BurstState.BURST; i++) {
            opened.add(1);
            MicrometerBenchmark.open(state, "checkout");
        }
    }
}
