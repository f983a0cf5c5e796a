package io.hotspan.benchmarks;

import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.Recording;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.ring.RingDirectory;
import io.hotspan.symbol.Symbol;
import io.hotspan.time.NanoClock;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a span cost with the TSC clock, on JDK 22 and later? The methods are those of {@link
 * SpanBenchmark}, which measures the same with the system's clock. Baseline: the two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar "SpanBenchmark.openClose$" -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {JvmOptions.INTERNAL_MISC, JvmOptions.NATIVE_ACCESS})
public class TscSpanBenchmark {
    private NanoClock clock;
    private CountingSink sink;
    private Recording recording;
    private Tracer tracer;
    private Symbol checkout;
    private Symbol child;

    @Setup(Level.Trial)
    public void open(final TscState tsc) throws IOException {
        clock = tsc.clock;
        sink = new CountingSink();
        recording =
                Recording.start(
                        RecordingSettings.builder()
                                .overloadPolicy(OverloadPolicy.WAIT)
                                .maxWait(Duration.ofSeconds(10))
                                .clock(clock)
                                .build(),
                        RingDirectory.create(0),
                        sink);
        tracer = new Tracer(recording);
        checkout = tracer.symbol("checkout");
        child = tracer.symbol("child");
    }

    @TearDown(Level.Trial)
    public void close() throws IOException, InterruptedException {
        if (!recording.flush(Duration.ofSeconds(10))) {
            throw new IllegalStateException("not drained after 10 s: no figure");
        }
        recording.close();
        if (sink.lost() != 0) {
            throw new IllegalStateException(sink.lost() + " records were lost: no figure");
        }
        System.out.printf("%n# %,d spans recorded, 0 lost%n", sink.recordedSpans());
    }

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = clock.nanoTime();
        return clock.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose() {
        try (Span span = tracer.startSpan(checkout)) {}
    }

    @Benchmark
    public void openClose4Attr() {
        try (Span span = tracer.startSpan(checkout)) {
            span.setAttribute("user", "alice");
            span.setAttribute("currency", "Swiss franc (CHF)");
            span.setAttribute("amount", 1_299L);
            span.setAttribute("discount", 0.15);
        }
    }

    @Benchmark
    public void nested4() {
        try (Span root = tracer.startSpan(checkout)) {
            try (Span first = tracer.startSpan(child)) {}
            try (Span second = tracer.startSpan(child)) {}
            try (Span third = tracer.startSpan(child)) {}
        }
    }
}
