package io.hotspan.benchmarks.suite;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;

/**
 * Benchmarks that are measured in the same way.
 *
 * @param benchmarks regular expressions that are looked for in their names
 * @param mode null for the one that each benchmark has
 * @param effort null for what each benchmark's annotations say
 * @param estimate how long one of them takes, roughly
 * @param params values of parameters in place of those that the benchmarks have
 * @param rounds how often all of them are measured, one after the other
 */
record Part(
        List<String> benchmarks,
        Mode mode,
        Effort effort,
        Duration estimate,
        Map<String, List<String>> params,
        int rounds) {
    /** Measured with this effort, else as the benchmarks say. */
    static Part of(final Effort effort, final String... benchmarks) {
        return new Part(List.of(benchmarks), null, effort, effort.estimate(), Map.of(), 1);
    }

    /** Measured just as the benchmarks say. */
    static Part asAnnotated(final Duration estimate, final String... benchmarks) {
        return new Part(List.of(benchmarks), null, null, estimate, Map.of(), 1);
    }

    /** The same, each call timed, for percentiles. */
    Part sampled() {
        return new Part(benchmarks, Mode.SampleTime, effort, estimate, params, rounds);
    }

    /** The same with these values of a parameter. */
    Part with(final String param, final String... values) {
        return new Part(benchmarks, mode, effort, estimate, Map.of(param, List.of(values)), rounds);
    }

    /**
     * The same in some rounds. What the machine does to the figures it then does to all of them,
     * and not to those alone that are measured at the time.
     */
    Part inRounds(final int count) {
        return new Part(benchmarks, mode, effort, estimate, params, count);
    }
}
