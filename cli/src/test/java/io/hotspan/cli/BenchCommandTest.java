package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.bench.BenchSample;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command does without measuring; that it measures is tested where the benchmarks are. */
class BenchCommandTest {
    @TempDir Path directory;

    @Test
    void aReportIsMadeFromResults() throws Exception {
        final Path results = BenchSample.writeWith(directory, "4700000.0", "4700000.0");
        final Path out = directory.resolve("out");
        final CommandRun run = CommandRun.of("bench", "--from", results, "--out", out);
        assertThat(run).isFine();
        assertThat(run.out()).contains("× clock reads", "Report: " + out.resolve("report.html"));
        assertThat(out.resolve("report.html")).isRegularFile();
        assertThat(out.resolve("chart.svg")).isRegularFile();
        assertThat(out.resolve("results.json")).hasSameTextualContentAs(results);
    }

    @Test
    void theReportLiesBesideTheResultsIfNothingElseIsSaid() throws Exception {
        final Path results = BenchSample.writeWith(directory, "4700000.0", "4700000.0");
        assertThat(CommandRun.of("bench", "--from", results)).isFine();
        assertThat(directory.resolve("report.html")).isRegularFile();
    }

    @Test
    void aRunThatCannotBeReliedOnIsANo() throws Exception {
        final Path results = BenchSample.write(directory);
        final CommandRun run = CommandRun.of("bench", "--from", results);
        assertThat(run.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(run.err()).startsWith("hotspan: 1 benchmark failed, or lost ");
        assertThat(run.out()).contains("MicrometerBenchmark.openClose: java.lang.IllegalState");
    }

    @Test
    void theFactsOfAnotherRunAreNotLeftBesideTheResults() throws Exception {
        final Path out = Files.createDirectory(directory.resolve("out"));
        BenchSample.write(out);
        final Path results = BenchSample.writeWith(directory, "4700000.0", "4700000.0");
        assertThat(CommandRun.of("bench", "--from", results, "--out", out)).isFine();
        assertThat(out.resolve("run.json")).doesNotExist();
    }

    @Test
    void quickAndFullAtOnceAreWrongUse() {
        final CommandRun run = CommandRun.of("bench", "--quick", "--full");
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("mutually exclusive");
    }

    @Test
    void anUnknownOptionIsWrongUse() {
        assertThat(CommandRun.of("bench", "--fast")).isWrongUse();
    }

    @Test
    void resultsThatAreNotThereAreWrongUse() {
        final CommandRun run = CommandRun.of("bench", "--from", directory.resolve("missing.json"));
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("no such file: ");
    }

    @Test
    void resultsThatJmhDidNotWriteAreWrongUse() throws Exception {
        final Path file = Files.writeString(directory.resolve("results.json"), "[1, 2]");
        final CommandRun run = CommandRun.of("bench", "--from", file);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("no results of JMH: " + file);
    }

    @Test
    void choosingBenchmarksOfAFinishedRunIsWrongUse() throws Exception {
        final Path results = BenchSample.write(directory);
        assertThat(CommandRun.of("bench", "--from", results, "--only", "x")).isWrongUse();
    }

    @Test
    void benchmarksThatAreNotBuiltAreWrongUse() {
        final CommandRun run = CommandRun.of("bench", "--quick", "--out", directory);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("the benchmarks are not there");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsWrongUse() throws Exception {
        final Path file = Files.writeString(directory.resolve("file"), "x");
        final Path results = BenchSample.write(directory);
        final CommandRun run =
                CommandRun.of("bench", "--from", results, "--out", file.resolve("out"));
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("cannot make the directory");
    }
}
