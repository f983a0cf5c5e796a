package io.hotspan.benchmarks.suite;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the suite makes of a benchmark that works, and of one that finds in the end that it lost.
 */
public class FailingBenchmark {
    /** Finds a loss. */
    @State(Scope.Benchmark)
    public static class Lossy {
        @TearDown(Level.Iteration)
        public void count() {
            throw new IllegalStateException("3 records were lost: no figure");
        }
    }

    @Benchmark
    public void working() {
        // nothing is measured
    }

    @Benchmark
    public void lossy(final Lossy state) {
        // nothing is measured
    }
}
