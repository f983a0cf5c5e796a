package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.Opened;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.util.Unbox;
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
 * What does a line of an asynchronous, garbage-free log cost its thread, for comparison: the
 * cheapest thing that many would write in place of a span? Baseline: two clock reads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar Log4j2Benchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {Log4j2Benchmark.THREAD_LOCALS, Log4j2Benchmark.DIRECT_ENCODERS})
public class Log4j2Benchmark {
    /** Options of the JVM without which Log4j makes garbage. */
    public static final String THREAD_LOCALS = "-Dlog4j2.enableThreadlocals=true";

    public static final String DIRECT_ENCODERS = "-Dlog4j2.enableDirectEncoders=true";

    @Benchmark
    public long baselineTwoClockReads() {
        final long startTicks = System.nanoTime();
        return System.nanoTime() - startTicks;
    }

    /** One line with a duration. */
    @Benchmark
    public void openClose(final Log4j2State state, final Opened opened) {
        opened.add(1);
        final long startTicks = System.nanoTime();
        state.logger.info("checkout took {} ns", Unbox.box(System.nanoTime() - startTicks));
    }

    /** One line with a duration and four values. */
    @Benchmark
    public void openClose4Attr(final Log4j2State state, final Opened opened) {
        opened.add(1);
        final long startTicks = System.nanoTime();
        state.logger.info(
                "checkout took {} ns: user={} currency={} amount={} discount={}",
                Unbox.box(System.nanoTime() - startTicks),
                "alice",
                "Swiss franc (CHF)",
                Unbox.box(1_299L),
                Unbox.box(0.15));
    }
}
