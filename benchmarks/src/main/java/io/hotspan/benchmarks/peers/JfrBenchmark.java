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
 * What does an event of JFR cost its thread, without a stack trace, written to disk? It is the
 * nearest thing to a span in the JDK, but has no ids, no parents and no events, and is invisible
 * until it ends. Baseline: two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar JfrBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class JfrBenchmark {
    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    @Benchmark
    public void openClose(final JfrState state, final Opened opened) {
        JfrEvents.openClose(opened);
    }

    @Benchmark
    public void openClose4Attr(final JfrState state, final Opened opened) {
        JfrEvents.openClose4Attr(opened);
    }

    /** JFR knows no parents: four events that overlap. */
    @Benchmark
    public void nested4(final JfrState state, final Opened opened) {
        JfrEvents.nested4(opened);
    }
}
