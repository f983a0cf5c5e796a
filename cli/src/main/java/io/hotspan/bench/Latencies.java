package io.hotspan.bench;

import io.hotspan.bench.chart.Curve;
import io.hotspan.bench.chart.CurveChart;
import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Figure;
import io.hotspan.bench.result.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Percentiles of single calls.
 *
 * @param title of their chart
 * @param subtitle what a curve says
 * @param curves of those that have figures
 * @param missing of those that have none: who, and why
 */
record Latencies(String title, String subtitle, List<Curve> curves, List<String> missing) {
    private static final String SAMPLED = "sample";
    private static final String PACED = "PacedLatencyBenchmark.";
    private static final Map<Double, String> PACED_PERCENTILES =
            Map.of(
                    50.0, "p50Nanos",
                    90.0, "p90Nanos",
                    99.0, "p99Nanos",
                    99.9, "p99_9Nanos",
                    99.99, "p99_99Nanos",
                    100.0, "maxNanos");
    private static final String EMPTY = "PartsBenchmark.baselineNothing";

    Latencies {
        curves = List.copyOf(curves);
        missing = List.copyOf(missing);
    }

    /** Open and close, each call timed, one right after the other. */
    static Latencies sampled(final BenchRun run) {
        final List<Curve> curves = new ArrayList<>();
        final List<String> missing = new ArrayList<>();
        add(run, EMPTY, "an empty method", "empty", curves, missing);
        for (final Subject subject : Subject.values()) {
            if (subject.isTracer()) {
                add(
                        run,
                        subject.benchmark(Scenario.OPEN_CLOSE),
                        subject.label(),
                        subject.colour(),
                        curves,
                        missing);
            }
        }
        return new Latencies(
                "How long a single call takes",
                "time to open and close a span, by percentile; lower is better; both axes in powers"
                        + " of ten",
                curves,
                missing);
    }

    /** Open and close at a fixed rate, each counted from the moment at which it was due. */
    static Latencies paced(final BenchRun run) {
        final List<Curve> curves = new ArrayList<>();
        final List<String> missing = new ArrayList<>();
        for (final Paced paced : Paced.values()) {
            for (final Measurement one : run.measurements()) {
                if (one.name().equals(PACED + paced.method)) {
                    final Figure figure = run.figure(one);
                    if (figure.isPresent()) {
                        curves.add(new Curve(paced.label, paced.colour, percentiles(one)));
                    } else {
                        missing.add(paced.label + ": " + figure.reason());
                    }
                }
            }
        }
        return new Latencies(
                "How late a span is at 100,000 a second",
                "from when it was due to its end, by percentile; lower is better; both axes in"
                        + " powers of ten",
                curves,
                missing);
    }

    private static NavigableMap<Double, Double> percentiles(final Measurement one) {
        final NavigableMap<Double, Double> nanos = new TreeMap<>();
        PACED_PERCENTILES.forEach((percent, key) -> nanos.put(percent, one.secondary(key).value()));
        return nanos;
    }

    /** Who is in the paced test, by which method. */
    private enum Paced {
        EMPTY("baselineNothing", "an empty method", "empty"),
        HOTSPAN_TSC("tscHotspan", Subject.HOTSPAN_TSC),
        HOTSPAN("hotspan", Subject.HOTSPAN),
        HOTSPAN_TO_DISK("hotspanToJournal", "Hotspan to disk", "ours-3"),
        JFR("jfr", Subject.JFR),
        JFR_STACK("jfrWithStack", Subject.JFR_STACK),
        OPEN_TELEMETRY("openTelemetry", Subject.OPEN_TELEMETRY),
        OPEN_TELEMETRY_FILE("openTelemetryToFile", Subject.OPEN_TELEMETRY_FILE),
        BRAVE("brave", Subject.BRAVE),
        MICROMETER("micrometer", Subject.MICROMETER),
        LOG4J2("log4j2", Subject.LOG4J2);

        private final String method;
        private final String label;
        private final String colour;

        Paced(final String method, final Subject subject) {
            this(method, subject.label(), subject.colour());
        }

        Paced(final String method, final String label, final String colour) {
            this.method = method;
            this.label = label;
            this.colour = colour;
        }
    }

    private static void add(
            final BenchRun run,
            final String benchmark,
            final String label,
            final String colour,
            final List<Curve> curves,
            final List<String> missing) {
        for (final Measurement one : run.measurements()) {
            if (one.name().equals(benchmark) && one.mode().equals(SAMPLED)) {
                final Figure figure = run.figure(one);
                if (figure.isPresent()) {
                    curves.add(new Curve(label, colour, one.percentiles()));
                } else {
                    missing.add(label + ": " + figure.reason());
                }
            }
        }
    }

    CurveChart chart() {
        return new CurveChart(title, subtitle, curves);
    }
}
