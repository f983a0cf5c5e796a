package io.hotspan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.bench.result.BenchRun;
import io.hotspan.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
    private static final Terminal PIPE = new Terminal(false, false, false, 100);

    @TempDir Path directory;
    private BenchRun run;

    @BeforeEach
    void readSample() throws Exception {
        run = BenchRun.read(BenchSample.write(directory));
    }

    @Test
    void theTableHasRatiosToTheClockAndToHotspan() {
        assertThat(lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .matches("Hotspan +60.9 +±4.04 +1.27 ±0.08 +1.00 +0 +77.3"))
                .anySatisfy(line -> assertThat(line).matches("Brave +239 .* 3.92 ±1.80 +600 +244"));
    }

    @Test
    void theTableSaysWhyThereIsNoFigure() {
        assertThat(lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("OpenTelemetry SDK ")
                                        .endsWith("no figure: 6.0 % lost")
                                        .doesNotContain("237"));
    }

    @Test
    void theTableHasBarsAndGoals() {
        assertThat(lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .matches(
                                                "open and close ÷ two nanoTime +1.27 +±0.08 +≤ 1.7"
                                                        + " +≤ 1.4 +goal met"));
    }

    @Test
    void whatWasNotMeasuredIsNotInTheTable() {
        assertThat(String.join("\n", lines())).doesNotContain("Log4j2", "not measured", "NaN");
    }

    @Test
    void thePageNeedsNoOtherFileAndNoScript() throws Exception {
        final String page = page();
        assertThat(page).startsWith("<!DOCTYPE html>");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "<script", "<link", "src=", "url(", "@import");
    }

    @Test
    void thePageHoldsTheResultsAsJmhWroteThem() throws Exception {
        final Matcher data =
                Pattern.compile("data:application/json;base64,([A-Za-z0-9+/=]+)\"").matcher(page());
        assertThat(data.find()).isTrue();
        assertThat(new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(directory.resolve("results.json")));
    }

    @Test
    void thePageEscapesWhatBenchmarksThrow() throws Exception {
        assertThat(page())
                .contains("IllegalStateException: &lt;no&gt; &amp; &quot;tracer&quot;")
                .doesNotContain("<no>");
    }

    @Test
    void thePageSaysWhereAndWhenAndHow() throws Exception {
        assertThat(page())
                .contains("AMD EPYC", "25.0.3+9-LTS", "2026-11-27T07:38:37Z")
                .contains("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");
    }

    @Test
    void thePageHasATableBesideEachChart() throws Exception {
        final String page = page();
        final Matcher pairs = Pattern.compile("class=\"pair\"><figure>").matcher(page);
        assertThat(pairs.results().count()).isGreaterThanOrEqualTo(5);
        assertThat(page.split("<table>")).hasSizeGreaterThan(5);
    }

    @Test
    void openTelemetrysRatioIsOfBurstsWithoutLosses() throws Exception {
        final BenchRun bursts =
                BenchRun.read(
                        BenchSample.writeWith(
                                Files.createDirectory(directory.resolve("bursts")),
                                "BraveBenchmark",
                                "OpenTelemetryBurstBenchmark"));
        assertThat(new BenchReport(bursts).lines(PIPE))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("open and close ÷ OpenTelemetry ")
                                        .contains("≤ 0.25")
                                        .endsWith("not met, within the error"));
    }

    @Test
    void thePacedTestIsACurve() throws Exception {
        final Path paced = Files.createDirectory(directory.resolve("paced"));
        Files.writeString(
                paced.resolve("results.json"),
                """
                [{"benchmark": "a.PacedLatencyBenchmark.hotspan", "mode": "ss", "params": {},
                  "primaryMetric": {"score": 30, "scoreUnit": "s/op"},
                  "secondaryMetrics": {
                    "p50Nanos": {"score": 120}, "p90Nanos": {"score": 180},
                    "p99Nanos": {"score": 210}, "p99_9Nanos": {"score": 900},
                    "p99_99Nanos": {"score": 4000}, "maxNanos": {"score": 250000}}}]
                """);
        new BenchReport(BenchRun.read(paced.resolve("results.json"))).write(paced);
        assertThat(Files.readString(paced.resolve("report.html")))
                .contains("Late at a fixed rate")
                .contains("Hotspan: p50 120 ns");
    }

    @Test
    void theReasonForNoTscIsGiven() throws Exception {
        final Path old = Files.createDirectory(directory.resolve("old"));
        final Path results = BenchSample.write(old);
        Files.writeString(old.resolve("run.json"), "{\"tscObstacle\": \"JDK 17 has none\"}");
        assertThat(new BenchReport(BenchRun.read(results)).lines(PIPE))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("with the TSC clock ÷ two nanoTime")
                                        .contains("left out: JDK 17 has none"));
    }

    @Test
    void aFailureIsAFault() {
        assertThat(new BenchReport(run).faults()).isEqualTo(1);
    }

    @Test
    void aPeersLossIsNone() throws Exception {
        assertThat(readWith("4700000.0", "4700000.0").faults()).isZero();
    }

    @Test
    void aLossOfHotspanIsAFault() throws Exception {
        assertThat(readWith("peers.OpenTelemetryBenchmark", "SpanBenchmark").faults()).isEqualTo(1);
    }

    @Test
    void aLossInTheBenchmarkOfOverloadIsNone() throws Exception {
        assertThat(readWith("peers.OpenTelemetryBenchmark", "OverloadBenchmark").faults()).isZero();
    }

    private BenchReport readWith(final String text, final String replacement) throws Exception {
        final Path other = Files.createDirectory(directory.resolve("other"));
        return new BenchReport(BenchRun.read(BenchSample.writeWith(other, text, replacement)));
    }

    private List<String> lines() {
        return new BenchReport(run).lines(PIPE);
    }

    private String page() throws Exception {
        new BenchReport(run).write(directory);
        return Files.readString(directory.resolve("report.html"));
    }
}
