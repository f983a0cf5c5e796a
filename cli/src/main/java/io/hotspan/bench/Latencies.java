package io.hotspan.bench;

import io.hotspan.bench.chart.Curve;
import io.hotspan.bench.chart.CurveChart;
import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Figure;
import io.hotspan.bench.result.Measurement;
import java.util.ArrayList;
import java.util.List;

/**
 * Percentiles of single calls.
 *
 * @param curves of those that have figures
 * @param missing of those that have none: who, and why
 */
record Latencies(List<Curve> curves, List<String> missing) {
    private static final String SAMPLED = "sample";
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
        return new Latencies(curves, missing);
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
        return new CurveChart(
                "How long a single call takes",
                "time to open and close a span, by percentile; lower is better; both axes in powers"
                        + " of ten",
                curves);
    }
}
