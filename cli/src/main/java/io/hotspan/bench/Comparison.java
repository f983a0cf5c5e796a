package io.hotspan.bench;

import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * One scenario, everybody in it side by side.
 *
 * @param scenario what was done
 * @param lines those that were measured; the clock alone first
 */
record Comparison(Scenario scenario, List<Line> lines) {
    /** JMH's name of the mode that takes the average time. */
    static final String AVERAGE = "avgt";

    static final String TWO_CLOCK_READS = "ClockBenchmark.nanoTimeTwice";

    private static final String BYTES = "gc.alloc.rate.norm";
    private static final String CPU = "cpu.norm";

    Comparison {
        lines = List.copyOf(lines);
    }

    /**
     * One who was measured.
     *
     * @param nanos for the whole scenario, on the thread that traces
     * @param overClock this as a multiple of the clock reads that the scenario needs
     * @param overOurs this as a multiple of Hotspan's
     * @param bytes allocated
     * @param cpuNanos of all threads: tracing, draining, exporting, collecting garbage
     */
    record Line(
            String label,
            String colour,
            boolean isOurs,
            boolean isTracer,
            Figure nanos,
            Figure overClock,
            Figure overOurs,
            Figure bytes,
            Figure cpuNanos) {}

    /** Everything that the run has of the scenarios; those that were not measured are left out. */
    static List<Comparison> allOf(final BenchRun run) {
        final List<Comparison> comparisons = new ArrayList<>();
        for (final Scenario scenario : Scenario.values()) {
            final Comparison comparison = of(run, scenario);
            if (comparison.lines.stream().anyMatch(Line::isOurs)) {
                comparisons.add(comparison);
            }
        }
        return comparisons;
    }

    static Comparison of(final BenchRun run, final Scenario scenario) {
        final Figure clock = clock(run, scenario);
        final Figure ours = nanos(run, Subject.HOTSPAN, scenario);
        final List<Line> lines = new ArrayList<>();
        if (scenario.timedSpans() > 0 && isMeasured(clock)) {
            lines.add(
                    new Line(
                            "its clock reads alone",
                            "clock",
                            false,
                            true,
                            clock,
                            clock.over(clock).withError(0),
                            clock.over(ours),
                            run.secondary(TWO_CLOCK_READS, AVERAGE, BYTES),
                            run.secondary(TWO_CLOCK_READS, AVERAGE, CPU)
                                    .times(scenario.timedSpans())));
        }
        for (final Subject subject : Subject.values()) {
            final Figure nanos = nanos(run, subject, scenario);
            if (isMeasured(nanos)) {
                lines.add(
                        new Line(
                                subject.label(),
                                subject.colour(),
                                subject.isOurs(),
                                subject.isTracer(),
                                nanos,
                                nanos.over(clock),
                                subject == Subject.HOTSPAN
                                        ? nanos.over(nanos).withError(0)
                                        : nanos.over(ours),
                                secondary(run, subject, scenario, BYTES),
                                secondary(run, subject, scenario, CPU)));
            }
        }
        return new Comparison(scenario, lines);
    }

    private static Figure clock(final BenchRun run, final Scenario scenario) {
        return scenario.timedSpans() == 0
                ? Figure.none("needs none")
                : run.score(TWO_CLOCK_READS, AVERAGE).times(scenario.timedSpans());
    }

    static Figure nanos(final BenchRun run, final Subject subject, final Scenario scenario) {
        return run.score(subject.benchmark(scenario), AVERAGE);
    }

    /** OpenTelemetry's: in bursts, of which it loses none, if they were measured. */
    static Figure openTelemetry(final BenchRun run, final Scenario scenario) {
        final Figure inBursts = nanos(run, Subject.OPEN_TELEMETRY_BURST, scenario);
        return isMeasured(inBursts) ? inBursts : nanos(run, Subject.OPEN_TELEMETRY, scenario);
    }

    static Figure bytes(final BenchRun run, final Subject subject, final Scenario scenario) {
        return secondary(run, subject, scenario, BYTES);
    }

    private static Figure secondary(
            final BenchRun run, final Subject subject, final Scenario scenario, final String key) {
        return run.secondary(subject.benchmark(scenario), AVERAGE, key);
    }

    private static boolean isMeasured(final Figure figure) {
        return !figure.reason().equals(BenchRun.NOT_MEASURED);
    }
}
