package io.hotspan.benchmarks;

import io.hotspan.time.NanoClock;
import io.hotspan.time.NanoClocks;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The TSC clock. Where there is none the benchmarks that need it give no figure and say why; the
 * others run on.
 */
@State(Scope.Benchmark)
public class TscState {
    NanoClock clock;

    @Setup
    public void start() {
        NanoClocks.tscObstacle()
                .ifPresent(
                        obstacle -> {
                            throw new IllegalStateException("skipped, no TSC clock: " + obstacle);
                        });
        clock = NanoClocks.tscOrSystem();
    }
}
