package io.hotspan.bench.result;

import java.util.List;
import java.util.Map;

/**
 * What JMH's results do not tell of a run. What is not known is an empty text or 0.
 *
 * @param suite {@code quick} or {@code full}
 * @param startedAt ISO 8601, UTC
 * @param seconds how long it took
 * @param version of Hotspan
 * @param cpu name of the processor
 * @param cores that the JVM may use
 * @param memoryBytes of the machine
 * @param system operating system and architecture
 * @param loadAverage of the machine when the run began; negative if not known
 * @param jdk version and name of the JVM
 * @param tscObstacle why the TSC clock was left out; empty if it was not
 * @param failures benchmarks without a figure
 */
public record RunFacts(
        String suite,
        String startedAt,
        long seconds,
        String version,
        String cpu,
        int cores,
        long memoryBytes,
        String system,
        double loadAverage,
        String jdk,
        String tscObstacle,
        List<Failure> failures) {
    /** Nothing is known. */
    public static final RunFacts UNKNOWN =
            new RunFacts("", "", 0, "", "", 0, 0, "", -1, "", "", List.of());

    /**
     * A benchmark that failed.
     *
     * @param benchmark its full name
     * @param mode as JMH abbreviates it
     * @param params values of its parameters
     * @param reason what it threw
     */
    public record Failure(
            String benchmark, String mode, Map<String, String> params, String reason) {
        /** Class and method, with the parameters. */
        public String title() {
            return Measurement.title(benchmark, params);
        }
    }

    static RunFacts of(final Map<?, ?> run) {
        final Map<?, ?> machine = JsonTree.object(run.get("machine"));
        final Map<?, ?> jdk = JsonTree.object(run.get("jdk"));
        return new RunFacts(
                JsonTree.text(run.get("suite")),
                JsonTree.text(run.get("startedAt")),
                (long) JsonTree.number(run.get("seconds"), 0),
                JsonTree.text(run.get("version")),
                JsonTree.text(machine.get("cpu")),
                (int) JsonTree.number(machine.get("cores"), 0),
                (long) JsonTree.number(machine.get("memoryBytes"), 0),
                (JsonTree.text(machine.get("os")) + " " + JsonTree.text(machine.get("arch")))
                        .strip(),
                JsonTree.number(machine.get("loadAverageAtStart"), -1),
                (JsonTree.text(jdk.get("vm")) + " " + JsonTree.text(jdk.get("version"))).strip(),
                JsonTree.text(run.get("tscObstacle")),
                JsonTree.list(run.get("failures")).stream()
                        .map(JsonTree::object)
                        .map(RunFacts::failure)
                        .toList());
    }

    private static Failure failure(final Map<?, ?> failure) {
        return new Failure(
                JsonTree.text(failure.get("benchmark")),
                JsonTree.text(failure.get("mode")),
                JsonTree.texts(failure.get("params")),
                JsonTree.text(failure.get("reason")));
    }
}
