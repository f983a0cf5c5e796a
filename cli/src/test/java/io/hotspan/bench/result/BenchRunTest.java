package io.hotspan.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hotspan.bench.BenchSample;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchRunTest {
    @TempDir Path directory;

    @Test
    void aScoreIsReadWithItsError() throws Exception {
        final Figure clock = sample().score("ClockBenchmark.nanoTimeTwice", "avgt");
        assertThat(clock.value()).isCloseTo(47.86, within(0.01));
        assertThat(clock.error()).isCloseTo(0.24, within(0.01));
    }

    @Test
    void modesOfOneBenchmarkAreToldApart() throws Exception {
        final BenchRun run = sample();
        assertThat(run.score("SpanBenchmark.openClose", "avgt").value()).isLessThan(100);
        assertThat(run.score("SpanBenchmark.openClose", "sample").value()).isGreaterThan(100);
    }

    @Test
    void parametersAreToldApart() throws Exception {
        final BenchRun run = sample();
        final Figure none = run.score("AttributeBenchmark.longs", "avgt", "attributes", "0");
        final Figure ten = run.score("AttributeBenchmark.longs", "avgt", "attributes", "10");
        assertThat(ten.minus(none).value()).isBetween(10.0, 200.0);
        assertThat(run.score("AttributeBenchmark.longs", "avgt").reason())
                .isEqualTo(BenchRun.NOT_MEASURED);
    }

    @Test
    void whatWasMeasuredBesidesIsRead() throws Exception {
        assertThat(
                        sample().secondary(
                                        "ReplayBenchmark.traces",
                                        "thrpt",
                                        "journalBytesPerSpan",
                                        "attributes",
                                        "0")
                                .value())
                .isCloseTo(80, within(0.1));
    }

    @Test
    void aMeasurementThatLostSpansHasNoFigure() throws Exception {
        final BenchRun run = sample();
        assertThat(run.score("OpenTelemetryBenchmark.openClose", "avgt"))
                .isEqualTo(Figure.none("6.0 % lost"));
        assertThat(run.secondary("OpenTelemetryBenchmark.openClose", "avgt", "cpu.norm"))
                .isEqualTo(Figure.none("6.0 % lost"));
    }

    @Test
    void countsThatCannotBeRightAreNoFigureEither() throws Exception {
        final Path results = BenchSample.writeWith(directory, "300000.0", "-1.0");
        assertThat(BenchRun.read(results).score("OpenTelemetryBenchmark.openClose", "avgt"))
                .isEqualTo(Figure.none("the counts of spans do not add up"));
    }

    @Test
    void aFailureIsNoFigure() throws Exception {
        assertThat(sample().score("MicrometerBenchmark.openClose", "avgt"))
                .isEqualTo(Figure.none("failed"));
    }

    @Test
    void aBenchmarkThatFailedInOneForkOnlyHasNoFigure() throws Exception {
        final Path results = BenchSample.write(directory);
        final Path facts = directory.resolve(BenchRun.FACTS_FILE);
        Files.writeString(facts, Files.readString(facts).replace("Micrometer", "Brave"));
        assertThat(BenchRun.read(results).score("BraveBenchmark.openClose", "avgt"))
                .isEqualTo(Figure.none("failed"));
    }

    @Test
    void anErrorThatJmhDoesNotKnowIsNotKnown() throws Exception {
        final Path results = directory.resolve("results.json");
        Files.writeString(
                results,
                """
                [{"benchmark": "a.B.c", "mode": "ss", "primaryMetric":
                    {"score": 2.5, "scoreError": "NaN", "scoreUnit": "s/op"}}]
                """);
        final Figure figure = BenchRun.read(results).score("B.c", "ss");
        assertThat(figure.value()).isEqualTo(2.5);
        assertThat(figure.error()).isNaN();
    }

    @Test
    void aRunWithoutFactsIsReadAllTheSame() throws Exception {
        final Path results = BenchSample.write(directory);
        Files.delete(directory.resolve(BenchRun.FACTS_FILE));
        assertThat(BenchRun.read(results).facts()).isEqualTo(RunFacts.UNKNOWN);
    }

    @Test
    void factsAreRead() throws Exception {
        final RunFacts facts = sample().facts();
        assertThat(facts.cpu()).isEqualTo("AMD EPYC");
        assertThat(facts.cores()).isEqualTo(2);
        assertThat(facts.jdk()).isEqualTo("OpenJDK 64-Bit Server VM 25.0.3+9-LTS");
        assertThat(facts.failures()).hasSize(1);
    }

    @Test
    void whatJmhDidNotWriteIsRefused() throws Exception {
        final Path other = Files.writeString(directory.resolve("other.json"), "{\"a\": 1}");
        assertThatThrownBy(() -> BenchRun.read(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no results of JMH: " + other);
        final Path text = Files.writeString(directory.resolve("text.json"), "ns/op");
        assertThatThrownBy(() -> BenchRun.read(text)).hasMessageContaining("no JSON: " + text);
    }

    private BenchRun sample() throws Exception {
        return BenchRun.read(BenchSample.write(directory));
    }
}
