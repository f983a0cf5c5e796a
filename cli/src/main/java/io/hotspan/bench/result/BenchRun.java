package io.hotspan.bench.result;

import io.hotspan.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One run of benchmarks: JMH's results, and what is known besides.
 *
 * @param json the results as JMH wrote them
 * @param facts what the results do not tell
 * @param measurements in the order of the results
 */
public record BenchRun(String json, RunFacts facts, List<Measurement> measurements) {
    /** The reason of a figure that the run has no part of. */
    public static final String NOT_MEASURED = "not measured";

    /** Name of the file with what JMH does not tell, beside the results. */
    public static final String FACTS_FILE = "run.json";

    /** Name of the file with the results. */
    public static final String RESULTS_FILE = "results.json";

    /**
     * Reads results, and the facts that lie beside them, if any.
     *
     * @param results a file that JMH has written with {@code -rf json}
     * @throws IllegalArgumentException if a file is not what it should be; the message says what
     * @throws IOException if a file cannot be read
     */
    public static BenchRun read(final Path results) throws IOException {
        final String json = Files.readString(results);
        final Path facts = results.resolveSibling(FACTS_FILE);
        return new BenchRun(
                json,
                Files.exists(facts)
                        ? RunFacts.of(JsonTree.object(parse(facts, Files.readString(facts))))
                        : RunFacts.UNKNOWN,
                measurements(results, json));
    }

    private static List<Measurement> measurements(final Path file, final String json) {
        final Object tree = parse(file, json);
        if (!(tree instanceof List<?> list)
                || !list.stream().allMatch(one -> JsonTree.object(one).containsKey("benchmark"))) {
            throw new IllegalArgumentException(
                    "no results of JMH: " + file + "; give a file that JMH wrote with -rf json");
        }
        return list.stream().map(JsonTree::object).map(BenchRun::measurement).toList();
    }

    private static Object parse(final Path file, final String json) {
        try {
            return Json.read(json);
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException("no JSON: " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private static Measurement measurement(final Map<?, ?> result) {
        final Map<?, ?> primary = JsonTree.object(result.get("primaryMetric"));
        final TreeMap<Double, Double> percentiles = new TreeMap<>();
        JsonTree.object(primary.get("scorePercentiles"))
                .forEach(
                        (percent, value) ->
                                percentiles.put(
                                        Double.valueOf(percent.toString()),
                                        JsonTree.number(value, Double.NaN)));
        return new Measurement(
                JsonTree.text(result.get("benchmark")),
                JsonTree.texts(result.get("params")),
                JsonTree.text(result.get("mode")),
                figure(primary),
                JsonTree.text(primary.get("scoreUnit")),
                JsonTree.object(result.get("secondaryMetrics")).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        metric -> JsonTree.text(metric.getKey()),
                                        metric -> figure(JsonTree.object(metric.getValue())))),
                percentiles,
                (int) JsonTree.number(result.get("forks"), 0),
                JsonTree.list(result.get("jvmArgs")).stream().map(JsonTree::text).toList());
    }

    private static Figure figure(final Map<?, ?> metric) {
        return Figure.of(
                JsonTree.number(metric.get("score"), Double.NaN),
                JsonTree.number(metric.get("scoreError"), Double.NaN));
    }

    /**
     * The score of a benchmark; none if it was not measured, if it failed or if it lost anything.
     *
     * @param name class and method
     * @param mode as JMH abbreviates it
     * @param params names and values in turn, all of those that the benchmark has
     */
    public Figure score(final String name, final String mode, final String... params) {
        return of(name, mode, params, null);
    }

    /** One of what was measured besides the score; none where the score is none. */
    public Figure secondary(
            final String name, final String mode, final String key, final String... params) {
        return of(name, mode, params, key);
    }

    private Figure of(
            final String name, final String mode, final String[] params, final String key) {
        final Map<String, String> wanted = new TreeMap<>();
        for (int i = 0; i < params.length; i += 2) {
            wanted.put(params[i], params[i + 1]);
        }
        return measurements.stream()
                .filter(one -> one.name().equals(name) && one.mode().equals(mode))
                .filter(one -> one.params().equals(wanted))
                .findFirst()
                .map(
                        one ->
                                key == null || !figure(one).isPresent()
                                        ? figure(one)
                                        : one.secondary(key))
                .orElseGet(() -> missing(name, mode, wanted));
    }

    private Figure missing(final String name, final String mode, final Map<String, String> params) {
        return facts.failures().stream()
                .filter(one -> Measurement.shortName(one.benchmark()).equals(name))
                .filter(one -> one.mode().equals(mode) && one.params().equals(params))
                .findFirst()
                .map(one -> Figure.none("failed"))
                .orElse(Figure.none(NOT_MEASURED));
    }

    /**
     * The score of a measurement, if it can be relied on: in no fork it failed or lost anything.
     */
    public Figure figure(final Measurement one) {
        final boolean hasFailed =
                facts.failures().stream()
                        .anyMatch(
                                failure ->
                                        failure.benchmark().equals(one.benchmark())
                                                && failure.mode().equals(one.mode())
                                                && failure.params().equals(one.params()));
        return hasFailed ? Figure.none("failed") : one.figure();
    }
}
