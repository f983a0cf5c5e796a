package io.hotspan.benchmarks.suite;

import java.time.Duration;
import java.util.List;

/**
 * What is measured, in this order. A benchmark that more than one part names is measured in the
 * first of them, once for each mode.
 */
final class Suites {
    private static final String SCENARIOS =
            "(openClose|openClose4Attr|openClose4Attr1Event|nested4|exception|disabled"
                    + "|unsampledChild)$";
    private static final String CLOCKS = "\\.ClockBenchmark\\.(nanoTime|tsc)Twice$";
    private static final String OURS = "\\.benchmarks\\.(Span|Tsc)Benchmark\\." + SCENARIOS;
    private static final String HANDLES =
            "\\.HandleBenchmark\\.(openClose|openClose4Attr|nested10)$";
    private static final String PEERS =
            "\\.peers\\.(OpenTelemetry|Brave|Jfr|Micrometer)Benchmark\\." + SCENARIOS;
    private static final String MORE_PEERS = "\\.peers\\.\\w+Benchmark\\.openClose$";
    private static final String TEXTS = "\\.TextBenchmark\\.(baselineWithoutAttribute|fourTexts)$";
    private static final String SAMPLED =
            "(\\.benchmarks\\.(Span|Tsc)Benchmark|\\.peers\\.\\w+Benchmark)\\.openClose$"
                    + "|\\.PartsBenchmark\\.baselineNothing$";

    private Suites() {}

    /** The key figures, within three minutes. */
    static List<Part> quick() {
        final Effort effort = Effort.of(1, 2, 300, 5, 180);
        return List.of(
                Part.of(effort, CLOCKS, OURS, HANDLES),
                Part.of(effort, PEERS, MORE_PEERS),
                Part.of(effort, "\\.AttributeBenchmark\\.longs$").with("attributes", "0", "10"),
                Part.of(effort, TEXTS).with("chars", "32"),
                Part.of(Effort.of(1, 1, 500, 1, 1_000), SAMPLED).sampled(),
                Part.of(effort, "\\.DrainBenchmark\\.toJournal$"),
                Part.of(Effort.of(1, 2, 700, 3, 700), "\\.ReplayBenchmark\\.traces$")
                        .with("attributes", "0"),
                Part.asAnnotated(Duration.ofSeconds(10), "\\.SustainedBenchmark\\.toJournal$")
                        .with("seconds", "5"));
    }

    /** Everything, and the key figures with more care. */
    static List<Part> full() {
        final Effort careful = Effort.of(2, 3, 700, 5, 600);
        return List.of(
                Part.of(careful, CLOCKS, OURS, HANDLES),
                Part.of(careful, PEERS, MORE_PEERS),
                Part.of(careful, "\\.AttributeBenchmark\\.", TEXTS),
                Part.of(Effort.of(1, 3, 700, 5, 1_500), SAMPLED).sampled(),
                Part.of(careful, "\\.DrainBenchmark\\."),
                Part.of(Effort.of(1, 3, 1_000, 5, 1_000), "\\.ReplayBenchmark\\."),
                Part.asAnnotated(Duration.ofSeconds(70), "\\.SustainedBenchmark\\."),
                Part.asAnnotated(Duration.ofSeconds(38), "\\.PacedLatencyBenchmark\\."),
                Part.of(Effort.of(1, 2, 500, 5, 500), "."));
    }
}
