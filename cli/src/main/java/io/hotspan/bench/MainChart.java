package io.hotspan.bench;

import io.hotspan.bench.chart.Bar;
import io.hotspan.bench.chart.BarChart;
import io.hotspan.bench.chart.Numbers;
import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Figure;
import java.util.List;
import java.util.function.Function;

/** Everybody's cost in one scenario, as bars. */
final class MainChart {
    /** Width of the one picture. */
    static final int WIDTH = 860;

    private MainChart() {}

    /** Open and close, with the run's machine: the one picture of a run. */
    static BarChart of(final BenchRun run) {
        final BarChart chart = time(Comparison.of(run, Scenario.OPEN_CLOSE));
        return new BarChart(
                "What a span costs the thread that opens and closes it",
                "ns, lower is better · × its two clock reads · " + MachineText.inShort(run),
                chart.bars(),
                chart.number());
    }

    /** Time of the thread that traces. */
    static BarChart time(final Comparison comparison) {
        return chart(
                comparison,
                "ns, lower is better; whiskers: 99.9 % confidence",
                Comparison.Line::nanos,
                line ->
                        line.overClock().isPresent()
                                ? "· " + Numbers.text(line.overClock().value()) + " ×"
                                : "");
    }

    /** CPU time of all threads. */
    static BarChart cpu(final Comparison comparison) {
        return chart(
                comparison,
                "ns of CPU, all threads; lower is better",
                Comparison.Line::cpuNanos,
                line -> "");
    }

    /** What is allocated. */
    static BarChart bytes(final Comparison comparison) {
        return chart(
                comparison,
                "bytes allocated, all threads; lower is better",
                Comparison.Line::bytes,
                line -> "");
    }

    private static BarChart chart(
            final Comparison comparison,
            final String subtitle,
            final Function<Comparison.Line, Figure> figure,
            final Function<Comparison.Line, String> remark) {
        final List<Bar> bars =
                comparison.lines().stream()
                        .filter(Comparison.Line::isTracer)
                        .map(
                                line ->
                                        new Bar(
                                                line.label(),
                                                line.colour(),
                                                line.isOurs(),
                                                line.nanos().isPresent()
                                                        ? figure.apply(line)
                                                        : line.nanos(),
                                                remark.apply(line)))
                        .toList();
        return new BarChart(comparison.scenario().title(), subtitle, bars, Numbers::text);
    }

    /** Amounts that are ours alone. */
    static BarChart amounts(
            final String title, final String subtitle, final List<Amounts.Amount> amounts) {
        return new BarChart(
                title,
                subtitle,
                amounts.stream()
                        .map(one -> new Bar(one.label(), "ours", false, one.figure(), ""))
                        .toList(),
                Numbers::large);
    }
}
