package io.hotspan.benchmarks;

import io.hotspan.benchmarks.harness.Opened;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How are the times of single spans spread, from the median to the worst, ours beside the peers',
 * in a closed loop that opens the next one at once? A sample includes two clock reads of JMH.
 * Baseline: a method that does nothing. A loop that stalls takes no samples meanwhile; {@link
 * PacedLatencyBenchmark} does not leave them out.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar "\.LatencyBenchmark" -rf json}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
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
public class LatencyBenchmark {
    private final SpanBenchmark spans = new SpanBenchmark();
    private final OpenTelemetryBenchmark openTelemetrySpans = new OpenTelemetryBenchmark();
    private final OpenTelemetryFileBenchmark fileSpans = new OpenTelemetryFileBenchmark();
    private final BraveBenchmark braveSpans = new BraveBenchmark();
    private final MicrometerBenchmark micrometerSpans = new MicrometerBenchmark();
    private final JfrBenchmark events = new JfrBenchmark();
    private final JfrStackBenchmark stackEvents = new JfrStackBenchmark();
    private final Log4j2Benchmark lines = new Log4j2Benchmark();

    @Benchmark
    public void baselineNothing() {
        // what a sample costs
    }

    @Benchmark
    public void hotspan(final TracerState state) {
        spans.openClose(state);
    }

    @Benchmark
    public void hotspanToJournal(final JournalTracer state) {
        spans.openClose(state);
    }

    @Benchmark
    public void tscHotspan(final TscTracer state) {
        spans.openClose(state);
    }

    @Benchmark
    public void openTelemetry(final OpenTelemetryState state, final Opened opened) {
        openTelemetrySpans.openClose(state, opened);
    }

    @Benchmark
    public void openTelemetryToFile(final OtlpFileState state, final Opened opened) {
        fileSpans.openClose(state, opened);
    }

    @Benchmark
    public void brave(final BraveState state, final Opened opened) {
        braveSpans.openClose(state, opened);
    }

    @Benchmark
    public void micrometer(final MicrometerState state, final Opened opened) {
        micrometerSpans.openClose(state, opened);
    }

    @Benchmark
    public void jfr(final JfrState state, final Opened opened) {
        events.openClose(state, opened);
    }

    @Benchmark
    public void jfrWithStack(final JfrStackState state, final Opened opened) {
        stackEvents.openClose(state, opened);
    }

    @Benchmark
    public void log4j2(final Log4j2State state, final Opened opened) {
        lines.openClose(state, opened);
    }
}
