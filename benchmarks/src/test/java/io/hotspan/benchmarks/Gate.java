package io.hotspan.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks for a short time and takes of each its best iteration: on a busy machine, or
 * before the compiler is done, there are worse ones, but none that is better than the code.
 */
final class Gate {
    private static final int ITERATIONS = 4;
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Gate() {}

    /** Bytes that one operation allocates on all threads, by the benchmark's name. */
    static Map<String, Double> allocatedBytes(final String pattern, final TimeValue iteration)
            throws RunnerException {
        return best(
                pattern,
                iteration,
                result -> result.getSecondaryResults().get(ALLOCATION).getStatistics().getMin());
    }

    /** Time of one operation, by the benchmark's name. */
    static Map<String, Double> nanos(final String pattern, final TimeValue iteration)
            throws RunnerException {
        return best(
                pattern, iteration, result -> result.getPrimaryResult().getStatistics().getMin());
    }

    private static Map<String, Double> best(
            final String pattern,
            final TimeValue iteration,
            final ToDoubleFunction<RunResult> figure)
            throws RunnerException {
        final Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include(pattern)
                                        .forks(1)
                                        .warmupIterations(ITERATIONS)
                                        .warmupTime(iteration)
                                        .measurementIterations(ITERATIONS)
                                        .measurementTime(iteration)
                                        .addProfiler(GCProfiler.class)
                                        .shouldFailOnError(true)
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .run();
        final Map<String, Double> figures = new TreeMap<>();
        for (final RunResult result : results) {
            final String[] name = result.getParams().getBenchmark().split("\\.", -1);
            figures.put(
                    name[name.length - 2] + "." + name[name.length - 1],
                    figure.applyAsDouble(result));
        }
        return figures;
    }
}
