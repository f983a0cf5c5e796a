package io.hotspan.benchmarks.suite;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * A benchmark without a figure.
 *
 * @param benchmark its full name
 * @param mode as JMH abbreviates it
 * @param params values of its parameters
 * @param reason what it threw
 */
record Failure(String benchmark, String mode, Map<String, String> params, String reason) {
    static Failure of(final BenchmarkParams benchmark, final String reason) {
        return new Failure(
                benchmark.getBenchmark(),
                benchmark.getMode().shortLabel(),
                benchmark.getParamsKeys().stream()
                        .collect(
                                Collectors.toMap(
                                        key -> key,
                                        benchmark::getParam,
                                        (one, other) -> other,
                                        TreeMap::new)),
                reason);
    }

    /** To be kept as JSON. */
    Map<String, Object> asMap() {
        return Map.of("benchmark", benchmark, "mode", mode, "params", params, "reason", reason);
    }
}
