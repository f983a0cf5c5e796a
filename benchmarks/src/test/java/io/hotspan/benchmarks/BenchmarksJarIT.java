package io.hotspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java -jar benchmarks.jar <regex> <options>} works with no further option of the JVM. */
class BenchmarksJarIT {
    private static final Path JAR = Path.of("target", "benchmarks.jar");

    @Test
    void theNamesThatScriptsRelyOnAreThere() throws IOException, InterruptedException {
        final List<String> same =
                List.of("openClose", "openClose4Attr", "openClose4Attr1Event", "nested4");
        final List<String> names = new ArrayList<>();
        for (final String peer : List.of("OpenTelemetryBenchmark", "BraveBenchmark")) {
            Stream.concat(same.stream(), Stream.of("exception"))
                    .forEach(method -> names.add("benchmarks.peers." + peer + "." + method));
        }
        Stream.concat(same.stream(), Stream.of("exception", "disabled", "unsampledChild"))
                .forEach(method -> names.add("benchmarks.SpanBenchmark." + method));
        Stream.of("openClose", "openClose4Attr", "nested4") // JFR has no events in a span
                .forEach(method -> names.add("benchmarks.peers.JfrBenchmark." + method));
        names.add("benchmarks.ClockBenchmark.nanoTimeTwice");
        names.add("benchmarks.ClockBenchmark.tscTwice");

        final List<String> listed = run("-l").lines().toList();

        assertThat(listed)
                .containsAll(names.stream().map(name -> "io.hotspan." + name).toList())
                .anyMatch(line -> line.startsWith("io.hotspan.benchmarks.DrainBenchmark."))
                .anyMatch(line -> line.startsWith("io.hotspan.benchmarks.ReplayBenchmark."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\.SpanBenchmark.openClose$",
                "DrainBenchmark.toJournal$",
                "\\.LatencyBenchmark.log4j2$"
            })
    void forksHaveTheOptionsThatTheyNeed(final String pattern)
            throws IOException, InterruptedException {
        final String output =
                run(pattern, "-f", "1", "-wi", "0", "-i", "1", "-r", "10ms", "-foe", "true");

        assertThat(output).contains("# Run complete");
        assertThat(output.lines().filter(BenchmarksJarIT::isOurWarning)).isEmpty();
    }

    /** From JDK 24 on, the JVM also warns of what JMH itself does with Unsafe. */
    private static boolean isOurWarning(final String line) {
        return line.startsWith("WARNING")
                && !line.contains("org.openjdk.jmh.")
                && !line.endsWith("in sun.misc.Unsafe has been called")
                && !line.endsWith("will be removed in a future release");
    }

    private static String run(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
