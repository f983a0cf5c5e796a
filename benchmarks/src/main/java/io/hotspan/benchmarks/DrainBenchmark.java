package io.hotspan.benchmarks;

import io.hotspan.tracing.Span;
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
 * How many spans a second go all the way, from one producer through ring and drainer, until the
 * last of them is where it should be? Baseline: a sink that discards; against it, a journal on
 * disk.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar DrainBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
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
public class DrainBenchmark {
    private static final int SPANS = 200_000;

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public long baselineDiscarded(final TracerState state) throws InterruptedException {
        return record(state);
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public long toJournal(final JournalTracer state) throws InterruptedException {
        return record(state);
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public long toJournal4Attr(final JournalTracer state) throws InterruptedException {
        for (int i = 0; i < SPANS; i++) {
            try (Span span = state.tracer.startSpan(state.checkout)) {
                span.setAttribute("user", "alice");
                span.setAttribute("currency", "Swiss franc (CHF)");
                span.setAttribute("amount", i);
                span.setAttribute("discount", 0.15);
            }
        }
        return state.drained().bytes();
    }

    private static long record(final TracerState state) throws InterruptedException {
        for (int i = 0; i < SPANS; i++) {
            try (Span span = state.tracer.startSpan(state.checkout)) {}
        }
        return state.drained().bytes();
    }
}
