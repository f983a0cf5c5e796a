package io.hotspan.benchmarks;

import io.hotspan.time.NanoClocks;
import java.util.ArrayList;
import java.util.List;

/** Which benchmarks this machine and JDK cannot run. */
public final class Obstacles {
    private static final int VIRTUAL_THREADS_SINCE = 21;

    private Obstacles() {}

    /** Patterns of the names of benchmarks to leave out; says why on standard error. */
    public static List<String> leftOut() {
        final List<String> patterns = new ArrayList<>();
        if (Runtime.version().feature() < VIRTUAL_THREADS_SINCE) {
            patterns.add("VirtualThreadBenchmark");
            System.err.println("# left out: virtual threads (they need JDK 21)");
        }
        NanoClocks.tscObstacle()
                .ifPresent(
                        obstacle -> {
                            patterns.add("\\.(Tsc|tsc)");
                            System.err.println("# left out: the TSC clock (" + obstacle + ")");
                        });
        return patterns;
    }
}
