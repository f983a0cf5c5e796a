package io.hotspan.benchmarks.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/**
 * Results of rounds, put together: the JVMs of all rounds count as those of one benchmark. (JMH
 * writes as the number of forks what one round had; its raw data has a list for each JVM.)
 */
final class Rounds {
    private final Map<BenchmarkParams, List<BenchmarkResult>> jvms =
            new TreeMap<>(BenchmarkParams::compareTo);
    private final List<BenchmarkParams> order = new ArrayList<>();

    void add(final Collection<RunResult> round) {
        for (final RunResult result : round) {
            jvms.computeIfAbsent(
                            result.getParams(),
                            params -> {
                                order.add(params);
                                return new ArrayList<>();
                            })
                    .addAll(result.getBenchmarkResults());
        }
    }

    /** One for each benchmark, in the order of their first rounds. */
    List<RunResult> results() {
        return order.stream().map(params -> new RunResult(params, jvms.get(params))).toList();
    }
}
