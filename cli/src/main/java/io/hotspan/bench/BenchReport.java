package io.hotspan.bench;

import io.hotspan.bench.result.BenchRun;
import io.hotspan.bench.result.Measurement;
import io.hotspan.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The report on one run: a table, a page, a chart, and whether the run can be relied on. */
public final class BenchReport {
    /** Name of the page. */
    public static final String PAGE_FILE = "report.html";

    /** Name of the main chart. */
    public static final String CHART_FILE = "chart.svg";

    /** May lose what it records: that is what it measures. */
    private static final String OVERLOAD = "OverloadBenchmark.";

    /** Of others: what they lose is told, and no fault of the run. */
    private static final Pattern PEERS =
            Pattern.compile(
                    "\\.peers\\.|LatencyBenchmark\\.(openTelemetry|brave|micrometer|jfr|log4j2)");

    private final BenchRun run;

    public BenchReport(final BenchRun run) {
        this.run = run;
    }

    /** The tables, a line each. */
    public List<String> lines(final Terminal terminal) {
        return TextReport.lines(run, terminal);
    }

    /** Writes the page and the main chart into a directory, which exists. */
    public void write(final Path directory) throws IOException {
        Files.writeString(directory.resolve(PAGE_FILE), HtmlReport.of(run));
        Files.writeString(
                directory.resolve(CHART_FILE), MainChart.of(run).toSvgFile(MainChart.WIDTH));
    }

    /** How many benchmarks failed, or lost what is recorded though they must not. */
    public long faults() {
        return run.facts().failures().size()
                + run.measurements().stream()
                        .filter(one -> !one.loss().isEmpty() && mustNotLose(one))
                        .count();
    }

    private static boolean mustNotLose(final Measurement one) {
        return !PEERS.matcher(one.benchmark()).find() && !one.name().startsWith(OVERLOAD);
    }
}
