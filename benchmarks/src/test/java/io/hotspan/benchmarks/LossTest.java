package io.hotspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose spans were lost is no figure, and must not look like one. */
class LossTest {
    @TempDir Path directory;

    /** What the command says to a run of one benchmark. */
    private record Outcome(int exitCode, String output) {}

    @Test
    void aRunThatLosesEndsWithAnError() throws IOException, InterruptedException {
        final Outcome outcome = run("LosingBenchmark.losesAndClaimsNotTo");

        assertThat(outcome.exitCode).isNotZero();
        assertThat(outcome.output).containsPattern("[1-9][0-9]* records were lost: no figure");
    }

    @Test
    void aRunThatMayLoseTellsHowMuch() throws IOException, InterruptedException {
        final Outcome outcome = run("LosingBenchmark.losesAndSaysSo");

        assertThat(outcome.exitCode).isZero();
        final long written = count(outcome, "written");
        final long lost = count(outcome, "lost");
        assertThat(lost).isPositive();
        assertThat(written + lost).isEqualTo(1_000_000);
    }

    @Test
    void aRunThatLosesNothingCountsEverySpan() throws IOException, InterruptedException {
        final Outcome outcome = run("LosingBenchmark.losesNothing");

        assertThat(outcome.exitCode).isZero();
        assertThat(count(outcome, "written")).isEqualTo(1_000_000);
        assertThat(count(outcome, "lost")).isZero();
    }

    @Test
    void aPeersLossesAreCounted() throws IOException, InterruptedException {
        final Outcome outcome =
                run(
                        "OpenTelemetryBenchmark.openClose",
                        "-f",
                        "0",
                        "-wi",
                        "0",
                        "-i",
                        "1",
                        "-r",
                        "1s");

        assertThat(outcome.exitCode).isZero();
        assertThat(count(outcome, "written")).isPositive();
        assertThat(count(outcome, "lost")).isNotNegative(); // counted, and not made up
    }

    @Test
    void openTelemetryLosesNothingInBursts() throws IOException, InterruptedException {
        final Outcome outcome =
                run(
                        "OpenTelemetryBurstBenchmark.nested4",
                        "-f",
                        "0",
                        "-wi",
                        "0",
                        "-i",
                        "1",
                        "-r",
                        "1s");

        assertThat(outcome.exitCode).isZero();
        assertThat(count(outcome, "written")).isPositive();
        assertThat(count(outcome, "lost")).isZero();
    }

    /** A secondary result, from the table of comma-separated values. */
    private long count(final Outcome outcome, final String name) throws IOException {
        return Files.readAllLines(directory.resolve("results.csv")).stream()
                .filter(line -> line.contains(":" + name + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.split(",", -1)[4]))
                .findFirst()
                .orElseThrow(() -> new AssertionError(outcome.output));
    }

    private Outcome run(final String method, final String... options)
            throws IOException, InterruptedException {
        final Path output = directory.resolve("output.txt");
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.removeIf(argument -> argument.startsWith("-javaagent"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), method + "$"));
        command.addAll(List.of("-rf", "csv", "-rff", directory.resolve("results.csv").toString()));
        command.addAll(List.of(options));
        final Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new Outcome(process.waitFor(), Files.readString(output));
    }
}
