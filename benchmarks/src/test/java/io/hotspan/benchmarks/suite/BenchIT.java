package io.hotspan.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user has it: it measures, and leaves a report behind. */
class BenchIT {
    private static final Path LAUNCHER = Path.of("..", "hotspan").toAbsolutePath().normalize();
    private static final long TIMEOUT_SECONDS = 120;

    @TempDir Path directory;

    @Test
    void aBenchmarkIsMeasuredAndReported() throws Exception {
        final Path out = directory.resolve("out");
        assertThat(
                        run(
                                "--only",
                                "ClockBenchmark.nanoTimeTwice$|\\.HandleBenchmark.openClose$",
                                out))
                .isZero();
        assertThat(output())
                .contains("1 of 2, ", "left: ClockBenchmark.nanoTimeTwice")
                .contains("Hotspan, by handle")
                .contains("Report: " + out.resolve("report.html"));
        assertThat(Files.readString(out.resolve("report.html"))).contains("Hotspan, by handle");
        assertThat(Files.readString(out.resolve("chart.svg"))).contains("Hotspan, by handle");
        assertThat(Files.readString(out.resolve("results.json"))).contains("nanoTimeTwice");
        assertThat(out.resolve("run.json")).isNotEmptyFile();
        assertThat(out.resolve("jmh.log")).isNotEmptyFile();
    }

    @Test
    void namesThatTheSuiteDoesNotHaveAreWrongUse() throws Exception {
        assertThat(run("--only", "NoSuchBenchmark", directory.resolve("out"))).isEqualTo(2);
        assertThat(output()).contains("no benchmark that matches NoSuchBenchmark");
    }

    private int run(final String option, final String value, final Path out) throws Exception {
        final ProcessBuilder builder =
                new ProcessBuilder(
                                LAUNCHER.toString(),
                                "bench",
                                "--quick",
                                option,
                                value,
                                "--out",
                                out.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("output.txt").toFile());
        builder.environment().remove("HOTSPAN_JAVA_OPTS");
        final Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s: " + output());
        }
        return process.exitValue();
    }

    private String output() throws Exception {
        return Files.readString(directory.resolve("output.txt"));
    }
}
