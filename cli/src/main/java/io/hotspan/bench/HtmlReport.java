package io.hotspan.bench;

import io.hotspan.bench.chart.BarChart;
import io.hotspan.bench.chart.Drawing;
import io.hotspan.bench.chart.Numbers;
import io.hotspan.bench.markup.Markup;
import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The report as one page that needs nothing else: no script, no font, no other file. */
final class HtmlReport {
    private static final int CHART_WIDTH = 620;

    private final Markup html = new Markup();
    private final BenchRun run;
    private final List<Comparison> comparisons;

    private HtmlReport(final BenchRun run) {
        this.run = run;
        comparisons = Comparison.allOf(run);
    }

    static String of(final BenchRun run) {
        return new HtmlReport(run).page();
    }

    private String page() {
        html.markup("<!DOCTYPE html>").line().open("html", "lang", "en").open("head").line();
        html.markup("<meta charset=\"utf-8\">").line();
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.line().element("title", "Hotspan: benchmark report").line();
        html.open("style").markup(Drawing.style()).markup(pageStyle()).close().close().line();
        html.open("body");
        header();
        html.open("main").line();
        failures();
        if (!comparisons.isEmpty()) {
            figure(MainChart.of(run).toSvg(MainChart.WIDTH));
        }
        targets();
        times();
        latencies();
        amounts();
        limits();
        everything();
        machine();
        html.close();
        html.open("footer").text("Made by ").element("code", "hotspan bench").text(".").close();
        return html.close().close().line().toString();
    }

    private static String pageStyle() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read page.css; build it again", e);
        }
    }

    private void header() {
        html.open("header").element("h1", "Hotspan: what tracing costs");
        html.element("p", MachineText.inShort(run), "class", "soft");
        html.open("div", "class", "tiles").line();
        final Figure ours = Comparison.nanos(run, Subject.HOTSPAN, Scenario.OPEN_CLOSE);
        final Figure clock = run.score(Comparison.TWO_CLOCK_READS, Comparison.AVERAGE);
        final Figure peer = Comparison.openTelemetry(run, Scenario.OPEN_CLOSE);
        final Figure bytes = Comparison.bytes(run, Subject.HOTSPAN, Scenario.OPEN_CLOSE);
        tile(ours, Numbers.text(ours.value()) + " ns", "to open and close a span");
        tile(ours.over(clock), Numbers.text(ours.over(clock).value()) + " ×", "two clock reads");
        tile(
                peer.over(ours),
                Numbers.text(peer.over(ours).value()) + " ×",
                "less than OpenTelemetry");
        tile(bytes, Cells.bytes(bytes) + " B", "allocated for it");
        Amounts.spansPerSecond(run).stream()
                .filter(one -> one.label().startsWith("to disk"))
                .forEach(
                        one ->
                                tile(
                                        one.figure(),
                                        Numbers.large(one.figure().value()) + "/s",
                                        "spans " + one.label() + ", none lost"));
        html.close().close().line();
    }

    private void tile(final Figure figure, final String number, final String text) {
        html.open("div", "class", "tile");
        html.element("b", figure.isPresent() ? number : "–");
        html.element("span", figure.isPresent() ? text : text + " (" + figure.reason() + ")");
        html.close().line();
    }

    private void failures() {
        if (run.facts().failures().isEmpty()) {
            return;
        }
        html.open("div", "class", "warning").element("strong", "Some benchmarks failed:");
        html.open("ul");
        run.facts()
                .failures()
                .forEach(one -> html.element("li", one.title() + ": " + one.reason()));
        html.close().close().line();
    }

    private void targets() {
        final List<Target> targets = Targets.of(run);
        if (targets.isEmpty()) {
            return;
        }
        heading("Bars and goals");
        paragraph(
                "What the design asks for: a bar has to be met, a goal would be better still."
                        + " Ratios are of one run, since machines differ. What survives kill -9 is"
                        + " tested elsewhere.");
        HtmlTables.targets(html, targets);
    }

    private void times() {
        if (comparisons.isEmpty()) {
            return;
        }
        heading("The time of the thread that traces");
        paragraph(
                "Each is measured with its drainer, exporter or writer at work. A run in which"
                        + " anything was lost has no figure: a record that is dropped is cheap. "
                        + "“× clock” is the multiple of what System.nanoTime alone takes for"
                        + " the same spans, “B” what all threads allocate, “CPU ns” the CPU time of"
                        + " all threads.");
        for (final Comparison comparison : comparisons) {
            if (comparison.lines().size() > 1) {
                pair(MainChart.time(comparison), table -> HtmlTables.comparison(table, comparison));
            } else {
                html.element("h3", comparison.scenario().title());
                HtmlTables.comparison(html, comparison);
            }
        }
        heading("What all threads pay");
        paragraph(
                "The same spans once more, with all that is done for them elsewhere: draining,"
                        + " exporting, collecting garbage.");
        final Comparison first = comparisons.get(0);
        html.open("div", "class", "pair");
        figure(MainChart.cpu(first).toSvg(CHART_WIDTH));
        figure(MainChart.bytes(first).toSvg(CHART_WIDTH));
        html.close().line();
    }

    private void latencies() {
        latencies(
                Latencies.paced(run),
                "Late at a fixed rate",
                "100,000 spans a second are due, one every 10 µs, and each counts from the moment"
                        + " at which it was due, whatever held it up: what one long call delays is"
                        + " late too. The empty method shows what the clock and the machine alone"
                        + " do.");
        latencies(
                Latencies.sampled(run),
                "How long a single call takes",
                "Each call is timed, one right after the other, which two more clock reads are part"
                        + " of: the empty method shows how much. The rare long ones are the"
                        + " machine's as much as the tracer's, and the empty method has them too.");
    }

    private void latencies(final Latencies latencies, final String title, final String text) {
        if (latencies.curves().isEmpty()) {
            return;
        }
        heading(title);
        paragraph(text);
        html.open("div", "class", "pair");
        figure(latencies.chart().toSvg(CHART_WIDTH));
        html.open("div");
        HtmlTables.percentiles(html, latencies.curves());
        latencies.missing().forEach(one -> paragraph("No figure: " + one + "."));
        html.close().close().line();
    }

    private void amounts() {
        final List<Amounts.Amount> spans = Amounts.spansPerSecond(run);
        final List<Amounts.Amount> bytes = Amounts.journalBytes(run);
        if (spans.isEmpty() && bytes.isEmpty()) {
            return;
        }
        heading("Throughput and size");
        if (!spans.isEmpty()) {
            pair(
                    MainChart.amounts("Spans a second", "one producer; higher is better", spans),
                    table -> HtmlTables.amounts(table, "spans/s", spans));
        }
        if (!bytes.isEmpty()) {
            pair(
                    MainChart.amounts(
                            "Bytes of a span in the journal", "on disk; lower is better", bytes),
                    table -> HtmlTables.amounts(table, "B/span", bytes));
        }
    }

    private void limits() {
        heading("What these figures do not say");
        html.open("ul");
        for (final String limit : Limits.ALL) {
            html.element("li", limit);
        }
        html.close().line();
    }

    private void everything() {
        heading("All results");
        HtmlTables.everything(html, run);
    }

    private void machine() {
        heading("Machine, JVM and raw data");
        html.open("dl");
        for (final Map.Entry<String, String> fact : MachineText.inFull(run).entrySet()) {
            html.element("dt", fact.getKey()).element("dd", fact.getValue()).line();
        }
        html.close();
        html.open("p");
        html.element(
                "a",
                "Download results.json (as JMH wrote it)",
                "class",
                "button",
                "download",
                BenchRun.RESULTS_FILE,
                "href",
                "data:application/json;base64,"
                        + Base64.getEncoder()
                                .encodeToString(run.json().getBytes(StandardCharsets.UTF_8)));
        html.close().line();
    }

    private void pair(final BarChart chart, final Consumer<Markup> table) {
        html.open("div", "class", "pair");
        figure(chart.toSvg(CHART_WIDTH));
        table.accept(html);
        html.close().line();
    }

    private void figure(final String svg) {
        html.open("figure").markup(svg).close().line();
    }

    private void heading(final String text) {
        html.element("h2", text).line();
    }

    private void paragraph(final String text) {
        html.element("p", text).line();
    }
}
