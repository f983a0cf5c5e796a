package io.hotspan.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real run of JMH, of benchmarks that take no time. */
class SuiteRunTest {
    private static final List<Part> PARTS =
            List.of(Part.of(Effort.of(1, 0, 20, 1, 20), "\\.FailingBenchmark\\."));

    @TempDir Path directory;
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void whatWorksHasAResultAndWhatFailedHasAReason() throws Exception {
        assertThat(run("Failing")).isEqualTo(2);
        assertThat(results()).singleElement().asString().contains("FailingBenchmark.working");
        final Map<?, ?> facts =
                (Map<?, ?>) Json.read(Files.readString(directory.resolve("run.json")));
        assertThat(facts.get("failures"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .isEqualTo(
                        Map.of(
                                "benchmark",
                                FailingBenchmark.class.getName() + ".lossy",
                                "mode",
                                "thrpt",
                                "params",
                                Map.of(),
                                "reason",
                                "java.lang.IllegalStateException:"
                                        + " 3 records were lost: no figure"));
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .contains("1 of 2, ", "left: FailingBenchmark.lossy")
                .contains("no figure: FailingBenchmark.lossy: ")
                .contains("2 of 2, ");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("# Benchmark: ");
    }

    @Test
    void onlyWhatIsAskedForIsRun() throws Exception {
        assertThat(run("\\.working$")).isEqualTo(1);
        assertThat(results()).hasSize(1);
    }

    @Test
    void theRoundsOfABenchmarkAreOneResult() throws Exception {
        assertThat(run(List.of(PARTS.get(0).inRounds(2)), "\\.working$")).isEqualTo(2);
        assertThat(results()).hasSize(1);
        final Map<?, ?> score = (Map<?, ?>) ((Map<?, ?>) results().get(0)).get("primaryMetric");
        assertThat((List<?>) score.get("rawData")).hasSize(2); // a JVM in each round
    }

    @Test
    void nothingIsRunWhereNothingMatches() throws Exception {
        assertThat(run("NoSuchBenchmark")).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    private int run(final String only) throws Exception {
        return run(PARTS, only);
    }

    private int run(final List<Part> parts, final String only) throws Exception {
        final SuiteRun run =
                new SuiteRun("test", directory, new PrintStream(progress, true), false);
        return run.run(parts, Pattern.compile(only), List.of(), new PrintStream(log, true));
    }

    private List<?> results() throws Exception {
        return (List<?>) Json.read(Files.readString(directory.resolve("results.json")));
    }
}
