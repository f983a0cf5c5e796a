package io.hotspan.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time of the whole process for each operation: what the thread that traces pays, and what is
 * done for it on other threads: draining, exporting, collecting garbage. Part of every run.
 */
public final class CpuProfiler implements InternalProfiler {
    /** Name of the result. */
    public static final String NAME = "cpu.norm";

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long startNanos;

    @Override
    public String getDescription() {
        return "CPU time of the process, all threads, for each operation";
    }

    @Override
    public void beforeIteration(
            final BenchmarkParams benchmarkParams, final IterationParams iterationParams) {
        startNanos = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            final BenchmarkParams benchmarkParams,
            final IterationParams iterationParams,
            final IterationResult result) {
        final long cpuNanos = system.getProcessCpuTime() - startNanos;
        final long operations = result.getMetadata().getAllOps();
        return operations == 0
                ? List.of()
                : List.of(
                        new ScalarResult(
                                NAME,
                                (double) cpuNanos / operations,
                                "ns/op",
                                AggregationPolicy.AVG));
    }
}
