package io.hotspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Recording allocates nothing, and neither does draining what is recorded. Whoever fails here has
 * added an allocation to the hot path: {@code -prof gc} of the same benchmark tells how much, JFR
 * or async-profiler where.
 */
class AllocationGateIT {
    private static final String PATTERN =
            "\\.HandleBenchmark\\.(openClose|attributes|event|nested10)$"
                    + "|\\.SpanBenchmark\\.openClose$";
    private static final double MAX_BYTES = 0.1;

    @Test
    void recordingAllocatesNothing() throws RunnerException {
        final Map<String, Double> bytes = Gate.allocatedBytes(PATTERN, TimeValue.milliseconds(250));
        for (final String suspect :
                above(bytes)) { // or not yet compiled, where the machine is slow
            bytes.putAll(
                    Gate.allocatedBytes(
                            "\\." + suspect.replace(".", "\\.") + "$", TimeValue.seconds(2)));
        }

        assertThat(bytes).hasSize(5);
        assertThat(above(bytes)).as("bytes allocated by one operation: %s", bytes).isEmpty();
    }

    private static Set<String> above(final Map<String, Double> bytes) {
        return bytes.entrySet().stream()
                .filter(entry -> entry.getValue() >= MAX_BYTES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
