package io.hotspan.bench;

import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Figure;
import io.hotspan.bench.result.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The bars and goals that a run can tell of; what it has no part of is left out. */
final class Targets {
    private static final double NONE = Double.NaN;
    private static final int MANY = 10;
    private static final String AVERAGE = Comparison.AVERAGE;
    private static final String BYTES = "gc.alloc.rate.norm";

    private final BenchRun run;
    private final List<Target> targets = new ArrayList<>();

    private Targets(final BenchRun run) {
        this.run = run;
    }

    static List<Target> of(final BenchRun run) {
        final Targets targets = new Targets(run);
        targets.openAndClose();
        targets.attributes();
        targets.allocation();
        targets.off();
        targets.storage();
        return targets.targets.stream().filter(one -> !isMissing(one.measured())).toList();
    }

    private void openAndClose() {
        final Figure clock = run.score(Comparison.TWO_CLOCK_READS, AVERAGE);
        final Figure jfr = nanos(Subject.JFR, Scenario.OPEN_CLOSE);
        final Figure openTelemetry = Comparison.openTelemetry(run, Scenario.OPEN_CLOSE);
        final Figure ours = nanos(Subject.HOTSPAN, Scenario.OPEN_CLOSE);
        add(Target.atMost("open and close ÷ two nanoTime", "", 1.7, 1.4, ours.over(clock)));
        add(Target.atMost("open and close ÷ JFR event", "", 0.9, 0.7, ours.over(jfr)));
        add(
                Target.atMost(
                        "open and close ÷ OpenTelemetry",
                        "",
                        0.25,
                        NONE,
                        ours.over(openTelemetry)));
        final String obstacle = run.facts().tscObstacle();
        final Figure tsc =
                obstacle.isEmpty() || isMissing(clock)
                        ? nanos(Subject.HOTSPAN_TSC, Scenario.OPEN_CLOSE)
                        : Figure.none("left out: " + obstacle);
        add(Target.atMost("with the TSC clock ÷ two nanoTime", "", NONE, 1, tsc.over(clock)));
        add(Target.atMost("with the TSC clock ÷ JFR event", "", NONE, 0.5, tsc.over(jfr)));
    }

    private void attributes() {
        for (final String type : List.of("long", "double", "boolean")) {
            final String benchmark = "AttributeBenchmark." + type + "s";
            final Figure with = run.score(benchmark, AVERAGE, "attributes", "" + MANY);
            final Figure without = run.score(benchmark, AVERAGE, "attributes", "0");
            add(
                    Target.atMost(
                            "each " + type + " attribute",
                            "ns",
                            8,
                            4,
                            with.minus(without).times(1.0 / MANY)));
        }
        text("8", 20, 10);
        text("32", 20, 10);
        text("256", NONE, NONE);
    }

    private void text(final String chars, final double bar, final double goal) {
        final Figure texts = run.score("TextBenchmark.fourTexts", AVERAGE, "chars", chars);
        final Figure none =
                run.score("TextBenchmark.baselineWithoutAttribute", AVERAGE, "chars", chars);
        add(
                Target.atMost(
                        "each string attribute of " + chars + " chars",
                        "ns",
                        bar,
                        goal,
                        texts.minus(none).times(0.25)));
    }

    private void allocation() {
        add(
                Target.atMost(
                        "allocated for each span, by handle",
                        "B",
                        0.1,
                        0.1,
                        worst(
                                bytes(Subject.HANDLES, Scenario.OPEN_CLOSE),
                                bytes(Subject.HANDLES, Scenario.FOUR_ATTRIBUTES),
                                bytes(Subject.HANDLES, Scenario.AN_EVENT),
                                attributeBytes("longs"),
                                attributeBytes("doubles"),
                                attributeBytes("booleans"),
                                attributeBytes("texts"),
                                run.secondary("HandleBenchmark.nested10", AVERAGE, BYTES)
                                        .times(0.1))));
        add(
                Target.atMost(
                        "allocated for each span, with objects (24, and 0.1 of noise)",
                        "B",
                        24.1, // as less than 0.1 is none
                        0.1,
                        worst(
                                bytes(Subject.HOTSPAN, Scenario.OPEN_CLOSE),
                                bytes(Subject.HOTSPAN, Scenario.FOUR_ATTRIBUTES),
                                bytes(Subject.HOTSPAN, Scenario.AN_EVENT),
                                bytes(Subject.HOTSPAN, Scenario.NESTED).times(0.25))));
    }

    private Figure attributeBytes(final String method) {
        return run.secondary(
                "AttributeBenchmark." + method, AVERAGE, BYTES, "attributes", "" + MANY);
    }

    private void off() {
        add(
                Target.atMost(
                        "span while tracing is off",
                        "ns",
                        3,
                        1,
                        nanos(Subject.HOTSPAN, Scenario.DISABLED)));
        add(
                Target.atMost(
                        "child of an unsampled span",
                        "ns",
                        3,
                        1,
                        nanos(Subject.HOTSPAN, Scenario.UNSAMPLED)));
    }

    private void storage() {
        for (final Measurement one : run.measurements()) {
            if (one.name().equals("SustainedBenchmark.toJournal")) {
                final Figure perSecond = Amounts.sustained(run, one, "spansPerSecond");
                add(
                        Target.atLeast(
                                "to disk, none lost, for " + one.params().get("seconds") + " s",
                                "spans/s",
                                3e6,
                                8e6,
                                perSecond));
            }
        }
        final String replay = "ReplayBenchmark.traces";
        add(
                Target.atMost(
                        "in the journal, for each span without attributes",
                        "B",
                        40,
                        24,
                        run.secondary(replay, "thrpt", "journalBytesPerSpan", "attributes", "0")));
        add(
                Target.atLeast(
                        "replayed into traces, on one core",
                        "spans/s",
                        1e6,
                        5e6,
                        run.score(replay, "thrpt", "attributes", "0")));
        add(
                Target.atMost(
                        "recovery of 64 rings of 1 MiB",
                        "ms",
                        200,
                        50,
                        run.score("RecoveryBenchmark.recover", "ss")));
    }

    private static boolean isMissing(final Figure figure) {
        return figure.reason().equals(BenchRun.NOT_MEASURED);
    }

    /** The largest of those that were measured; none if one of them has no figure. */
    private static Figure worst(final Figure... figures) {
        return Stream.of(figures)
                .filter(one -> !isMissing(one))
                .reduce(Targets::worse)
                .orElse(Figure.none(BenchRun.NOT_MEASURED));
    }

    private static Figure worse(final Figure one, final Figure other) {
        if (one.isPresent() && other.isPresent()) {
            return one.value() > other.value() ? one : other;
        }
        return one.isPresent() ? other : one;
    }

    private Figure nanos(final Subject subject, final Scenario scenario) {
        return Comparison.nanos(run, subject, scenario);
    }

    private Figure bytes(final Subject subject, final Scenario scenario) {
        return Comparison.bytes(run, subject, scenario);
    }

    private void add(final Target target) {
        targets.add(target);
    }
}
