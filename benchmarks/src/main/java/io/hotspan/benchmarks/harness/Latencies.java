package io.hotspan.benchmarks.harness;

import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Percentiles of latencies in nanoseconds, as results of a benchmark that measures its own. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Latencies {
    /** How many were measured. */
    public long calls;

    public double meanNanos;
    public long minNanos;
    public long p50Nanos;
    public long p75Nanos;
    public long p90Nanos;
    public long p95Nanos;
    public long p99Nanos;
    public long p99_9Nanos;
    public long p99_99Nanos;
    public long p99_999Nanos;
    public long maxNanos;

    /** Calls that began more than a period after their time. */
    public long late;

    void take(final Histogram histogram, final long lateCalls) {
        calls = histogram.getTotalCount();
        meanNanos = histogram.getMean();
        minNanos = histogram.getMinValue();
        p50Nanos = histogram.getValueAtPercentile(50);
        p75Nanos = histogram.getValueAtPercentile(75);
        p90Nanos = histogram.getValueAtPercentile(90);
        p95Nanos = histogram.getValueAtPercentile(95);
        p99Nanos = histogram.getValueAtPercentile(99);
        p99_9Nanos = histogram.getValueAtPercentile(99.9);
        p99_99Nanos = histogram.getValueAtPercentile(99.99);
        p99_999Nanos = histogram.getValueAtPercentile(99.999);
        maxNanos = histogram.getMaxValue();
        late = lateCalls;
    }
}
