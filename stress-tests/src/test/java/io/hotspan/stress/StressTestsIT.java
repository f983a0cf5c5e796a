package io.hotspan.stress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick slice of each command of the jar; each of them can run for much longer. */
class StressTestsIT {
    private static final Path JAR = Path.of("target", "stress-tests.jar");

    @TempDir Path directory;

    @Test
    void thirtyKillsLoseNothingThatWasCommitted() throws Exception {
        final String output =
                run("kill", "--iterations", "30", "--seed", seed(), "--dir", directory.toString());

        assertThat(output).contains("kill: 30 iterations").contains(" 0 violations");
    }

    @Test
    void damageIsNamedAndCostsOnlyWhatItTouches() throws Exception {
        final String output =
                run("fuzz", "--cases", "200", "--seed", seed(), "--dir", directory.toString());

        assertThat(output).contains("fuzz: 200 cases").contains(" 0 violations");
    }

    @Test
    void everythingAtOnceKeepsAnExactAccount() throws Exception {
        final String output =
                run("soak", "--minutes", "0.1", "--seed", seed(), "--dir", directory.toString());

        assertThat(output).contains("soak: ").contains(" 0 failures");
    }

    @Test
    void thePromisesAboutThreadsHoldInOneMode() throws Exception {
        final String output =
                run(
                        "-m",
                        "quick",
                        "-sc",
                        "false",
                        "-f",
                        "1",
                        "-fsm",
                        "1",
                        "-iters",
                        "1",
                        "-time",
                        "200",
                        "-jvmArgs",
                        "-XX:-UsePerfData",
                        "-r",
                        directory.toString());

        assertThat(output).contains("Failed tests: No matches.", "Error tests: No matches.");
        assertThat(output).containsPattern("remaining tests: \\d+ matching");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHarnessThatIsStoppedLeavesNoProgramBehind(final boolean byForce) throws Exception {
        final Process harness =
                start("kill", "--iterations", "1000", "--dir", directory.toString());
        ProcessHandle child = null;
        while (child == null) {
            assertThat(harness.isAlive()).isTrue();
            child = harness.children().findAny().orElse(null);
            Thread.onSpinWait();
        }

        (byForce ? harness.destroyForcibly() : stop(harness)).waitFor();

        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    private static Process stop(final Process process) {
        process.destroy(); // as an interrupt does, it lets shutdown hooks run
        return process;
    }

    /** Another one in each run; it stands in the closing line. */
    private static String seed() {
        return Long.toString(System.currentTimeMillis());
    }

    /** Runs the jar, and gives what it wrote. */
    private String run(final String... arguments) throws IOException, InterruptedException {
        final Process process = start(arguments);
        final String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Process start(final String... arguments) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile()) // jcstress leaves a file there
                .redirectErrorStream(true)
                .start();
    }
}
