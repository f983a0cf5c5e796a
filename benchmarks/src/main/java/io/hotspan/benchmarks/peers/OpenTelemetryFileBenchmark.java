package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.Opened;
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
 * What does a span of OpenTelemetry's SDK cost its thread when it is really kept: OTLP to a file
 * behind the batch processor? Baseline: two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar OpenTelemetryFileBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OpenTelemetryFileBenchmark {
    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final OtlpFileState state, final Opened opened) {
        OpenTelemetrySpans.openClose(state, opened);
    }

    @Benchmark
    public void openClose4Attr(final OtlpFileState state, final Opened opened) {
        OpenTelemetrySpans.openClose4Attr(state, opened);
    }

    @Benchmark
    public void openClose4Attr1Event(final OtlpFileState state, final Opened opened) {
        OpenTelemetrySpans.openClose4Attr1Event(state, opened);
    }

    @Benchmark
    public void nested4(final OtlpFileState state, final Opened opened) {
        OpenTelemetrySpans.nested4(state, opened);
    }

    @Benchmark
    public void exception(final OtlpFileState state, final Opened opened) {
        OpenTelemetrySpans.exception(state, opened);
    }
}
