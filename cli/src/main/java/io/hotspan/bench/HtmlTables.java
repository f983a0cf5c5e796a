package io.hotspan.bench;

import io.hotspan.bench.chart.Curve;
import io.hotspan.bench.chart.CurveChart;
import io.hotspan.bench.chart.Numbers;
import io.hotspan.bench.markup.Markup;
import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Figure;
import io.hotspan.bench.result.Measurement;
import java.util.List;
import java.util.Locale;

/** The tables of the page: each chart has its figures beside it, and all results stand in one. */
final class HtmlTables {
    private HtmlTables() {}

    static void comparison(final Markup html, final Comparison comparison) {
        begin(html, "", "ns", "× clock", "× Hotspan", "B", "CPU ns");
        for (final Comparison.Line line : comparison.lines()) {
            row(html, line.label(), line.isOurs());
            if (line.nanos().isPresent()) {
                figure(html, line.nanos());
                figure(html, line.overClock());
                figure(html, line.overOurs());
                number(html, Cells.bytes(line.bytes()));
                number(html, Cells.number(line.cpuNanos()));
            } else {
                none(html, line.nanos(), 5);
            }
            html.close();
        }
        end(html);
    }

    static void amounts(final Markup html, final String unit, final List<Amounts.Amount> amounts) {
        begin(html, "", unit);
        for (final Amounts.Amount amount : amounts) {
            row(html, amount.label(), false);
            if (amount.figure().isPresent()) {
                html.open("td", "class", "n").text(Numbers.large(amount.figure().value()));
                if (!Double.isNaN(amount.figure().error())) {
                    html.element(
                            "span",
                            " ±" + Numbers.large(amount.figure().error()),
                            "class",
                            "error");
                }
                html.close();
            } else {
                none(html, amount.figure(), 1);
            }
            html.close();
        }
        end(html);
    }

    static void percentiles(final Markup html, final List<Curve> curves) {
        begin(html, "", CurveChart.PERCENTS.stream().map(CurveChart::name).toArray(String[]::new));
        for (final Curve curve : curves) {
            row(html, curve.label(), curve.colour().startsWith("ours"));
            for (final double percent : CurveChart.PERCENTS) {
                number(html, Numbers.nanos(curve.at(percent)));
            }
            html.close();
        }
        end(html);
    }

    static void targets(final Markup html, final List<Target> targets) {
        begin(html, "", "measured", "", "bar", "goal");
        for (final Target target : targets) {
            row(html, target.what(), false);
            html.open("td", "class", "n").text(target.measuredText());
            if (!target.errorText().isEmpty()) {
                html.element("span", " " + target.errorText(), "class", "error");
            }
            html.close();
            final String style = target.verdict().name().toLowerCase(Locale.ROOT);
            html.element(
                    "td",
                    target.verdictText(),
                    "class",
                    "verdict " + style.replaceFirst("_.*", ""));
            number(html, target.barText());
            number(html, target.goalText());
            html.close();
        }
        end(html);
    }

    /** Every result there is. */
    static void everything(final Markup html, final BenchRun run) {
        begin(html, "benchmark", "mode", "score", "unit", "B/op", "CPU ns/op", "lost");
        for (final Measurement one : run.measurements()) {
            final Figure figure = run.figure(one);
            row(html, one.title(), false);
            html.element("td", one.mode());
            if (figure.isPresent()) {
                figure(html, figure);
            } else {
                none(html, figure, 1);
            }
            html.element("td", one.unit());
            number(html, Cells.bytes(one.secondary("gc.alloc.rate.norm")));
            number(html, Cells.number(one.secondary("cpu.norm")));
            final Figure lost = one.secondary("lost");
            number(html, lost.isPresent() ? Numbers.count(lost.value()) : "–");
            html.close();
        }
        end(html);
    }

    private static void begin(final Markup html, final String first, final String... numbers) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        html.element("th", first, "scope", "col");
        for (final String heading : numbers) {
            html.element("th", heading, "scope", "col", "class", "n");
        }
        html.close().close().open("tbody").line();
    }

    private static void end(final Markup html) {
        html.close().close().close().line();
    }

    private static void row(final Markup html, final String label, final boolean isOurs) {
        html.open("tr", "class", isOurs ? "ours" : "other").element("th", label, "scope", "row");
    }

    private static void figure(final Markup html, final Figure figure) {
        html.open("td", "class", "n").text(Cells.number(figure));
        if (figure.isPresent() && !Double.isNaN(figure.error()) && figure.error() > 0) {
            html.element("span", " " + Cells.error(figure), "class", "error");
        }
        html.close();
    }

    private static void number(final Markup html, final String text) {
        html.element("td", text, "class", "n");
    }

    private static void none(final Markup html, final Figure figure, final int columns) {
        html.element(
                "td",
                Cells.remark(figure),
                "class",
                "n none",
                "colspan",
                Integer.toString(columns));
    }
}
