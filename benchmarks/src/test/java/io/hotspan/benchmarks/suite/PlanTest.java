package io.hotspan.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class PlanTest {
    private static final OutputFormat SILENT =
            OutputFormatFactory.createFormatInstance(
                    new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT);

    @Test
    void theQuickSuiteEndsWithinThreeMinutes() {
        assertThat(time(plan(Suites.quick()))).isLessThan(Duration.ofSeconds(165));
    }

    @Test
    void theFullSuiteEndsWithinThirtyMinutes() {
        assertThat(time(plan(Suites.full()))).isLessThan(Duration.ofMinutes(30));
    }

    @Test
    void theFullSuiteLeavesNothingOut() {
        final List<String> planned = names(Suites.full());
        final Plan all = plan(List.of(Part.of(Effort.of(1, 1, 1, 1, 1), ".")));
        assertThat(planned).containsAll(all.steps().get(0).names());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ClockBenchmark.nanoTimeTwice",
                "ClockBenchmark.tscTwice",
                "benchmarks.SpanBenchmark.openClose",
                "SpanBenchmark.openClose4Attr",
                "SpanBenchmark.openClose4Attr1Event",
                "SpanBenchmark.nested4",
                "SpanBenchmark.exception",
                "SpanBenchmark.disabled",
                "SpanBenchmark.unsampledChild",
                "TscBenchmark.openClose",
                "HandleBenchmark.openClose",
                "HandleBenchmark.nested10",
                "OpenTelemetryBenchmark.openClose",
                "OpenTelemetryBenchmark.unsampledChild",
                "OpenTelemetryBurstBenchmark.openClose",
                "OpenTelemetryBurstBenchmark.exception",
                "OpenTelemetryFileBurstBenchmark.openClose",
                "BraveBenchmark.openClose4Attr1Event",
                "JfrBenchmark.nested4",
                "JfrStackBenchmark.openClose",
                "MicrometerBurstBenchmark.openClose",
                "Log4j2Benchmark.openClose",
                "AttributeBenchmark.longs",
                "TextBenchmark.fourTexts",
                "PartsBenchmark.baselineNothing",
                "DrainBenchmark.toJournal",
                "ReplayBenchmark.traces",
                "SustainedBenchmark.toJournal"
            })
    void theQuickSuiteHasWhatTheReportLooksFor(final String benchmark) {
        assertThat(names(Suites.quick())).anyMatch(name -> name.endsWith("." + benchmark));
    }

    @Test
    void aBenchmarkIsMeasuredOnceInEachMode() {
        final Part part = Part.of(Effort.of(1, 1, 1, 1, 1), "\\.ClockBenchmark\\.nanoTimeTwice$");
        assertThat(plan(List.of(part, part, part.sampled(), part.sampled())).runs()).isEqualTo(2);
    }

    @Test
    void roundsFollowEachOther() {
        final Part part = Part.of(Effort.of(1, 1, 1, 1, 1), "\\.ClockBenchmark\\.nanoTimeTwice$");
        final Plan plan = plan(List.of(part.inRounds(3), part));
        assertThat(plan.steps()).hasSize(3);
        assertThat(plan.runs()).isEqualTo(3);
    }

    @Test
    void combinationsOfParametersAreCounted() {
        final Part part = Part.of(Effort.of(1, 1, 1, 1, 1), "\\.AttributeBenchmark\\.longs$");
        assertThat(plan(List.of(part)).runs()).isEqualTo(3);
        assertThat(plan(List.of(part.with("attributes", "0"))).runs()).isEqualTo(1);
    }

    private static Plan plan(final List<Part> parts) {
        // benchmarks of tests do not count
        final List<String> leftOut = List.of("\\.FailingBenchmark\\.");
        return Plan.of(parts, Pattern.compile(""), leftOut, SILENT);
    }

    private static List<String> names(final List<Part> parts) {
        return plan(parts).steps().stream().flatMap(step -> step.names().stream()).toList();
    }

    private static Duration time(final Plan plan) {
        return plan.estimates().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
