package io.hotspan.bench;

import io.hotspan.bench.chart.Numbers;
import io.hotspan.bench.result.BenchRun;
import io.hotspan.terminal.Style;
import io.hotspan.terminal.Table;
import io.hotspan.terminal.Terminal;
import io.hotspan.trace.SafeText;
import java.util.ArrayList;
import java.util.List;

/** The report for a terminal: what everybody costs, and which bars and goals are met. */
final class TextReport {
    private final BenchRun run;
    private final Terminal terminal;
    private final List<String> lines = new ArrayList<>();

    private TextReport(final BenchRun run, final Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    static List<String> lines(final BenchRun run, final Terminal terminal) {
        final TextReport report = new TextReport(run, terminal);
        Comparison.allOf(run).forEach(report::comparison);
        report.amounts("Spans a second", "spans/s", Amounts.spansPerSecond(run));
        report.amounts("In the journal", "B/span", Amounts.journalBytes(run));
        report.targets();
        report.failures();
        return report.lines;
    }

    private void comparison(final Comparison comparison) {
        heading(comparison.scenario().title());
        final Table table =
                new Table(terminal)
                        .text("")
                        .number("ns")
                        .number("")
                        .number("× clock reads")
                        .number("× Hotspan")
                        .number("B")
                        .number("CPU ns")
                        .text("");
        for (final Comparison.Line line : comparison.lines()) {
            table.row(
                    line.label(),
                    Cells.number(line.nanos()),
                    Cells.error(line.nanos()),
                    Cells.ratio(line.overClock()),
                    Cells.ratio(line.overOurs()),
                    line.nanos().isPresent() ? Cells.bytes(line.bytes()) : "",
                    line.nanos().isPresent() ? Cells.number(line.cpuNanos()) : "",
                    Cells.remark(line.nanos()));
        }
        lines.addAll(table.lines());
    }

    private void amounts(
            final String title, final String unit, final List<Amounts.Amount> amounts) {
        if (amounts.isEmpty()) {
            return;
        }
        heading(title);
        final Table table = new Table(terminal).text("").number(unit).text("");
        for (final Amounts.Amount amount : amounts) {
            table.row(
                    amount.label(),
                    amount.figure().isPresent()
                            ? Numbers.large(amount.figure().value())
                            : Cells.number(amount.figure()),
                    Cells.remark(amount.figure()));
        }
        lines.addAll(table.lines());
    }

    private void targets() {
        final List<Target> targets = Targets.of(run);
        if (targets.isEmpty()) {
            return;
        }
        heading("Bars and goals");
        final Table table =
                new Table(terminal)
                        .text("")
                        .number("measured")
                        .number("")
                        .number("bar")
                        .number("goal")
                        .text("", TextReport::style);
        for (final Target target : targets) {
            table.row(
                    target.what(),
                    target.measuredText(),
                    target.errorText(),
                    target.barText(),
                    target.goalText(),
                    target.verdictText());
        }
        lines.addAll(table.lines());
    }

    private void failures() {
        if (run.facts().failures().isEmpty()) {
            return;
        }
        heading("Failed");
        run.facts()
                .failures()
                .forEach(
                        failure ->
                                lines.add(
                                        terminal.paint(Style.RED, SafeText.of(failure.title()))
                                                + ": "
                                                + SafeText.of(failure.reason())));
    }

    private void heading(final String title) {
        lines.add("");
        lines.add(terminal.paint(Style.BOLD, title));
    }

    private static Style style(final String verdict) {
        if (verdict.startsWith(Target.Verdict.NOT_MET.text())) {
            return Style.RED;
        }
        return verdict.startsWith(Target.Verdict.GOAL_MET.text()) ? Style.GREEN : null;
    }
}
