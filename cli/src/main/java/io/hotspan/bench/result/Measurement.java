package io.hotspan.bench.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;

/**
 * What JMH has for one benchmark.
 *
 * @param benchmark full name
 * @param params values of its parameters
 * @param mode as JMH abbreviates it: {@code avgt}, {@code thrpt}, {@code sample}, {@code ss}
 * @param score the time or the throughput, whatever was lost
 * @param unit of the score
 * @param secondary what was measured besides
 * @param percentiles of the score, by per cent; of single calls in mode {@code sample} only
 * @param forks JVMs
 * @param jvmArgs their options
 */
public record Measurement(
        String benchmark,
        Map<String, String> params,
        String mode,
        Figure score,
        String unit,
        Map<String, Figure> secondary,
        NavigableMap<Double, Double> percentiles,
        int forks,
        List<String> jvmArgs) {
    /** Class and method, as in {@code SpanBenchmark.openClose}. */
    public String name() {
        return shortName(benchmark);
    }

    /** Class and method, with the parameters. */
    public String title() {
        return title(benchmark, params);
    }

    static String title(final String benchmark, final Map<String, String> params) {
        return params.isEmpty()
                ? shortName(benchmark)
                : shortName(benchmark)
                        + params.entrySet().stream()
                                .map(param -> param.getKey() + "=" + param.getValue())
                                .collect(Collectors.joining(", ", " (", ")"));
    }

    /** One of what was measured besides. */
    public Figure secondary(final String key) {
        return secondary.getOrDefault(key, Figure.none(BenchRun.NOT_MEASURED));
    }

    /**
     * What was lost while it was measured, as a reason to have no figure; empty if nothing was. A
     * record that is dropped is cheap: a time with losses is not the time of recording.
     */
    public String loss() {
        final double lost = count("lost");
        final double written = count("written");
        if (lost == 0) {
            return "";
        }
        if (lost < 0) {
            return "the counts of spans do not add up";
        }
        return percent(lost / (lost + written)) + " lost";
    }

    private double count(final String key) {
        final Figure count = secondary.get(key);
        return count == null ? 0 : count.value();
    }

    /** The score, if nothing was lost. */
    public Figure figure() {
        return loss().isEmpty() ? score : Figure.none(loss());
    }

    static String shortName(final String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }

    private static String percent(final double share) {
        final double percent = share * 100;
        return percent < 0.1 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }
}
