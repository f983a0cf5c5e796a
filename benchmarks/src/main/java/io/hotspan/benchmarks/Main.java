package io.hotspan.benchmarks;

import io.hotspan.benchmarks.harness.CpuProfiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JMH's own command line, but a run fails when one of its benchmarks does: those that lost a span
 * fail, and their figures must not just be missing. The CPU time of all threads is always measured.
 */
public final class Main {
    private static final String FAIL_ON_ERROR = "-foe";

    private Main() {}

    /** Runs the benchmarks that the arguments name; any option of JMH is taken. */
    public static void main(final String[] args) throws IOException {
        final List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains(FAIL_ON_ERROR)) {
            all.addAll(List.of(FAIL_ON_ERROR, "true"));
        }
        all.addAll(List.of("-prof", CpuProfiler.class.getName()));
        if (!all.contains("-l") && !all.contains("-lp")) {
            for (final String pattern : Obstacles.leftOut()) {
                all.addAll(List.of("-e", pattern));
            }
        }
        org.openjdk.jmh.Main.main(all.toArray(new String[0]));
    }
}
