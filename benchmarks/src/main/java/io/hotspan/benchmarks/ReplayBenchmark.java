package io.hotspan.benchmarks;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.model.TraceId;
import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.replay.JournalStatistics;
import io.hotspan.replay.Replay;
import io.hotspan.trace.Trace;
import io.hotspan.tracing.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;

/**
 * How many spans a second does replay put together into traces, and how long does it take to find
 * one trace? The journal holds 1,000,000 spans in traces of four; the run fails if replay gives
 * another number. Baseline: a pass over the journal that checks it but builds no traces.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar ReplayBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {
            JvmOptions.LANG_REFLECT,
            JvmOptions.INTERNAL_MISC,
            JvmOptions.NIO_CH,
            JvmOptions.INTERNAL_REF,
            JvmOptions.IGNORE_UNKNOWN,
            JvmOptions.NATIVE_ACCESS,
            JvmOptions.UNSAFE
        })
public class ReplayBenchmark {
    private static final int SPANS = 1_000_000;
    private static final int SPANS_PER_TRACE = 4;

    /** Attributes of each span. */
    @Param({"0", "4"})
    int attributes;

    private Path directory;
    private Replay replay;
    private JournalStatistics statistics;
    private TraceId lastId;

    /** What the journal holds, beside the time it takes to read. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Size {
        public double journalBytesPerSpan;
    }

    @Setup(Level.Trial)
    public void record() throws IOException {
        directory = Files.createTempDirectory("hotspan-benchmark-");
        final RecordingSettings waiting =
                RecordingSettings.builder()
                        .overloadPolicy(OverloadPolicy.WAIT)
                        .maxWait(Duration.ofSeconds(30))
                        .build();
        try (Hotspan hotspan =
                Hotspan.open(directory, HotspanOptions.builder().recording(waiting).build())) {
            for (int i = 0; i < SPANS / SPANS_PER_TRACE; i++) {
                recordTrace(hotspan);
            }
            lastId = TraceId.parse(hotspan.lastTraceId().orElseThrow());
        }
        replay = new Replay(directory);
        statistics = replay.statistics();
        if (statistics.spans() != SPANS || statistics.lostSpans() + statistics.lostRecords() != 0) {
            throw new IllegalStateException("not all was recorded: " + statistics);
        }
    }

    private void recordTrace(final Hotspan hotspan) {
        try (Span root = hotspan.tracer().startSpan("checkout")) {
            describe(root);
            for (int i = 1; i < SPANS_PER_TRACE; i++) {
                try (Span child = hotspan.tracer().startSpan("child")) {
                    describe(child);
                }
            }
        }
    }

    private void describe(final Span span) {
        for (int i = 0; i < attributes; i++) {
            span.setAttribute("key-" + i, i);
        }
    }

    @TearDown(Level.Iteration)
    public void report(
            final Size size, final BenchmarkParams benchmark, final IterationParams iteration) {
        // JMH adds up what each iteration of each JVM reports
        final int reports = iteration.getCount() * Math.max(1, benchmark.getForks());
        size.journalBytesPerSpan = statistics.bytesPerSpan() / reports;
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Directories.delete(directory);
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public Object baselineVerify() {
        return replay.verify();
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public Object statistics() {
        return replay.statistics();
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public long traces() {
        final LongAdder spans = new LongAdder();
        replay.forEachTrace(trace -> spans.add(trace.spans().size()));
        if (spans.sum() != SPANS) {
            throw new IllegalStateException(spans.sum() + " spans replayed of " + SPANS);
        }
        return spans.sum();
    }

    /** Finds one trace among all; a figure is whole look-ups. */
    @Benchmark
    public Trace traceById() {
        return replay.find(lastId).orElseThrow();
    }
}
