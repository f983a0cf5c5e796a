package io.hotspan.benchmarks;

import io.hotspan.benchmarks.harness.Latencies;
import io.hotspan.benchmarks.harness.Opened;
import io.hotspan.benchmarks.harness.Pace;
import io.hotspan.benchmarks.peers.BraveBenchmark;
import io.hotspan.benchmarks.peers.BraveState;
import io.hotspan.benchmarks.peers.JfrBenchmark;
import io.hotspan.benchmarks.peers.JfrStackBenchmark;
import io.hotspan.benchmarks.peers.JfrStackState;
import io.hotspan.benchmarks.peers.JfrState;
import io.hotspan.benchmarks.peers.Log4j2Benchmark;
import io.hotspan.benchmarks.peers.Log4j2State;
import io.hotspan.benchmarks.peers.MicrometerBenchmark;
import io.hotspan.benchmarks.peers.MicrometerState;
import io.hotspan.benchmarks.peers.OpenTelemetryBenchmark;
import io.hotspan.benchmarks.peers.OpenTelemetryFileBenchmark;
import io.hotspan.benchmarks.peers.OpenTelemetryState;
import io.hotspan.benchmarks.peers.OtlpFileState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How late is a program that opens and closes 100,000 spans a second, at its worst moments? Each
 * span has a time at which it is due, and its latency counts from there, whatever held it up: see
 * {@link Pace}. The percentiles are the result; the time of the whole says nothing. Baseline: a
 * method that does nothing.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar PacedLatencyBenchmark -rf json}, for
 * less {@code -p seconds=5}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            JvmOptions.LANG_REFLECT,
            JvmOptions.INTERNAL_MISC,
            JvmOptions.NIO_CH,
            JvmOptions.INTERNAL_REF,
            JvmOptions.IGNORE_UNKNOWN,
            JvmOptions.NATIVE_ACCESS,
            JvmOptions.UNSAFE,
            Log4j2Benchmark.THREAD_LOCALS,
            Log4j2Benchmark.DIRECT_ENCODERS
        })
public class PacedLatencyBenchmark {
    /** Spans that are due in a second. */
    @Param("100000")
    int rate;

    /** How long it measures. */
    @Param("30")
    int seconds;

    /** How long it does the same before, for the compilers. */
    @Param("5")
    int warmUpSeconds;

    @Benchmark
    public void baselineNothing(final Latencies latencies) {
        run(latencies, () -> {});
    }

    @Benchmark
    public void hotspan(final TracerState state, final Latencies latencies) {
        final SpanBenchmark spans = new SpanBenchmark();
        run(latencies, () -> spans.openClose(state));
    }

    @Benchmark
    public void hotspanToJournal(final JournalTracer state, final Latencies latencies) {
        final SpanBenchmark spans = new SpanBenchmark();
        run(latencies, () -> spans.openClose(state));
    }

    @Benchmark
    public void tscHotspan(final TscTracer state, final Latencies latencies) {
        final SpanBenchmark spans = new SpanBenchmark();
        run(latencies, () -> spans.openClose(state));
    }

    @Benchmark
    public void openTelemetry(
            final OpenTelemetryState state, final Opened opened, final Latencies latencies) {
        final OpenTelemetryBenchmark spans = new OpenTelemetryBenchmark();
        run(latencies, () -> spans.openClose(state, opened));
    }

    @Benchmark
    public void openTelemetryToFile(
            final OtlpFileState state, final Opened opened, final Latencies latencies) {
        final OpenTelemetryFileBenchmark spans = new OpenTelemetryFileBenchmark();
        run(latencies, () -> spans.openClose(state, opened));
    }

    @Benchmark
    public void brave(final BraveState state, final Opened opened, final Latencies latencies) {
        final BraveBenchmark spans = new BraveBenchmark();
        run(latencies, () -> spans.openClose(state, opened));
    }

    @Benchmark
    public void micrometer(
            final MicrometerState state, final Opened opened, final Latencies latencies) {
        final MicrometerBenchmark spans = new MicrometerBenchmark();
        run(latencies, () -> spans.openClose(state, opened));
    }

    @Benchmark
    public void jfr(final JfrState state, final Opened opened, final Latencies latencies) {
        final JfrBenchmark events = new JfrBenchmark();
        run(latencies, () -> events.openClose(state, opened));
    }

    @Benchmark
    public void jfrWithStack(
            final JfrStackState state, final Opened opened, final Latencies latencies) {
        final JfrStackBenchmark events = new JfrStackBenchmark();
        run(latencies, () -> events.openClose(state, opened));
    }

    @Benchmark
    public void log4j2(final Log4j2State state, final Opened opened, final Latencies latencies) {
        final Log4j2Benchmark lines = new Log4j2Benchmark();
        run(latencies, () -> lines.openClose(state, opened));
    }

    private void run(final Latencies latencies, final Runnable span) {
        final Pace pace = new Pace(rate);
        pace.warmUp(warmUpSeconds, span);
        pace.measure(seconds, span, latencies);
    }
}
