package io.hotspan.benchmarks.suite;

import java.time.Duration;
import java.util.List;

/**
 * What is measured, in this order. A benchmark that more than one part names is measured in the
 * first of them, once for each mode. Everybody is measured in a scenario before the next one comes,
 * so ours, the clock and the peers are close to each other in time.
 */
final class Suites {
    private static final String CLOCKS = "\\.ClockBenchmark\\.(nanoTime|tsc)Twice$";
    private static final String NESTED_HANDLES = "\\.HandleBenchmark\\.nested10$";
    private static final String OFF = "(disabled|unsampledChild)";
    private static final String TEXTS = "\\.TextBenchmark\\.(baselineWithoutAttribute|fourTexts)$";
    private static final String SUSTAINED = "\\.SustainedBenchmark\\.";

    private Suites() {}

    /** Classes of benchmarks, without their endings, in one scenario. */
    private static String scenario(final String method, final String classes) {
        return "\\.(benchmarks|peers)\\.(" + classes + ")Benchmark\\." + method + "$";
    }

    /** Everybody who has it. */
    private static String scenario(final String method) {
        return scenario(
                method,
                "Span|Tsc|Handle|Jfr|JfrStack|Brave|Log4j2"
                        + "|(OpenTelemetry|OpenTelemetryFile|Micrometer)(Burst)?");
    }

    /** The key figures, within three minutes. */
    static List<Part> quick() {
        final Effort effort = Effort.of(1, 2, 400, 6, 250);
        return List.of(
                Part.of(
                        effort,
                        CLOCKS,
                        scenario(
                                "openClose",
                                "Span|Tsc|Handle|Jfr|JfrStack|Brave|Log4j2|OpenTelemetry"
                                        + "|(OpenTelemetry|OpenTelemetryFile|Micrometer)Burst")),
                Part.of(
                        effort,
                        scenario("openClose4Attr", "Span|Handle|Jfr|Brave|OpenTelemetryBurst")),
                Part.of(effort, scenario("openClose4Attr1Event", "Span|Brave|OpenTelemetryBurst")),
                Part.of(
                        effort,
                        scenario("nested4", "Span|Jfr|Brave|OpenTelemetryBurst"),
                        NESTED_HANDLES),
                Part.of(effort, scenario("exception", "Span|Brave|OpenTelemetryBurst")),
                Part.of(effort, scenario(OFF, "Span|Brave|OpenTelemetry")),
                Part.of(effort, "\\.AttributeBenchmark\\.longs$").with("attributes", "0", "10"),
                Part.of(effort, TEXTS).with("chars", "32"),
                Part.of(
                                Effort.of(1, 1, 400, 1, 800),
                                scenario("openClose", "Span|Tsc|Jfr|Brave"),
                                "\\.PartsBenchmark\\.baselineNothing$")
                        .sampled(),
                Part.of(effort, "\\.DrainBenchmark\\.toJournal$"),
                Part.of(Effort.of(1, 2, 500, 3, 600), "\\.ReplayBenchmark\\.traces$")
                        .with("attributes", "0"),
                Part.asAnnotated(Duration.ofSeconds(11), SUSTAINED + "toJournal$")
                        .with("seconds", "5"));
    }

    /** Everything: the key figures with more care, and the long tail with less. */
    static List<Part> full() {
        final Effort careful = Effort.of(1, 3, 500, 5, 500);
        final Effort usual = Effort.of(1, 2, 500, 4, 400);
        return List.of(
                Part.of(careful, CLOCKS, scenario("openClose")).inRounds(3),
                Part.of(usual, scenario("openClose4Attr")).inRounds(2),
                Part.of(usual, scenario("openClose4Attr1Event")).inRounds(2),
                Part.of(usual, scenario("nested4"), NESTED_HANDLES).inRounds(2),
                Part.of(usual, scenario("exception")).inRounds(2),
                Part.of(usual, scenario(OFF)).inRounds(2),
                Part.of(usual, "\\.AttributeBenchmark\\.", TEXTS),
                Part.of(
                                Effort.of(1, 2, 500, 3, 1_000),
                                scenario("openClose", "Span|Tsc|Jfr|JfrStack|Brave|Log4j2"),
                                "\\.PartsBenchmark\\.baselineNothing$")
                        .sampled(),
                Part.of(usual, "\\.DrainBenchmark\\.").inRounds(2),
                Part.of(Effort.of(1, 2, 700, 4, 700), "\\.ReplayBenchmark\\."),
                Part.asAnnotated(Duration.ofSeconds(68), SUSTAINED + "toJournal$"),
                Part.asAnnotated(Duration.ofSeconds(14), SUSTAINED + "baselineDiscarded$")
                        .with("seconds", "10"),
                Part.asAnnotated(Duration.ofSeconds(38), "\\.PacedLatencyBenchmark\\."),
                Part.of(Effort.of(1, 2, 200, 3, 300), "."));
    }
}
