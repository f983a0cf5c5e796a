package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
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
 * How large should the blocks be that the drainer compresses? Chosen: up to 64 KiB. A figure is the
 * time for a KiB of what a ring holds, {@code percentKept} what is left of it. Baseline: a copy.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar BlockSizeBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class BlockSizeBenchmark {
    private static final int CONTENT_KIB = CapturingTracer.CAPACITY_BYTES >> 10;

    /** Length of a block before it is compressed. */
    @Param({"4096", "16384", "65536", "262144"})
    int bytes;

    /** Attributes of each span. */
    @Param({"0", "4"})
    int attributes;

    private final LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();
    private ByteBuffer content;
    private ByteBuffer block;
    private double keptBytes;

    /** How well it compresses. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Share {
        public double percentKept;
    }

    @Setup(Level.Trial)
    public void recordSpans(final CapturingTracer state) throws InterruptedException {
        for (int i = 0; state.content().hasRemaining(); i++) {
            recordTrace(state, i);
            if (i % 1_000 == 0) {
                state.drained();
            }
        }
        state.drained();
        content = state.content();
        block = ByteBuffer.allocateDirect(compressor.maxCompressedLength(bytes));
    }

    private void recordTrace(final TracerState state, final int number) {
        try (Span root = state.tracer.startSpan(state.checkout)) {
            describe(root, number);
            for (int i = 0; i < 3; i++) {
                try (Span child = state.tracer.startSpan(state.child)) {
                    describe(child, number + i);
                }
            }
        }
    }

    private void describe(final Span span, final int number) {
        if (attributes > 0) {
            span.setAttribute("user", "user-" + number % 1_000);
            span.setAttribute("currency", "Swiss franc (CHF)");
            span.setAttribute("amount", number * 31L % 10_007);
            span.setAttribute("discount", number % 100 / 100.0);
        }
    }

    @TearDown(Level.Iteration)
    public void report(
            final Share share, final BenchmarkParams benchmark, final IterationParams iteration) {
        // JMH adds up what each iteration of each JVM reports
        final int reports = iteration.getCount() * Math.max(1, benchmark.getForks());
        share.percentKept = 100 * keptBytes / CapturingTracer.CAPACITY_BYTES / reports;
    }

    @Benchmark
    @OperationsPerInvocation(CONTENT_KIB)
    public void baselineCopy() {
        keptBytes = CapturingTracer.CAPACITY_BYTES;
        for (int i = 0; i < CapturingTracer.CAPACITY_BYTES; i += bytes) {
            block.clear().put(content.duplicate().clear().position(i).limit(i + bytes));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CONTENT_KIB)
    public void compress() {
        int kept = 0;
        for (int i = 0; i < CapturingTracer.CAPACITY_BYTES; i += bytes) {
            kept += compressor.compress(content, i, bytes, block, 0, block.capacity());
        }
        keptBytes = kept;
    }
}
