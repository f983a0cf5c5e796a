package io.hotspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A span costs little more than the two clock reads that it needs. A ratio in one run, since
 * machines differ, with a wide margin, since other programs run beside it; the bar that we hold
 * ourselves to is lower.
 */
class TimeGateIT {
    private static final String CLOCK = "SpanBenchmark.baselineTwoClockReads";
    private static final String SPAN = "SpanBenchmark.openClose";
    private static final double MAX_RATIO = 2;
    private static final int ATTEMPTS = 3;

    @Test
    void openAndCloseCostAtMostTwiceTheClockReads() throws RunnerException {
        double ratio = Double.MAX_VALUE;
        for (int attempt = 1; attempt <= ATTEMPTS && ratio > MAX_RATIO; attempt++) {
            final Map<String, Double> nanos =
                    Gate.nanos(
                            "\\.SpanBenchmark\\.(baselineTwoClockReads|openClose)$",
                            TimeValue.milliseconds(300L * attempt));
            ratio = nanos.get(SPAN) / nanos.get(CLOCK);
        }

        assertThat(ratio).as("open and close, in pairs of clock reads").isLessThan(MAX_RATIO);
    }
}
