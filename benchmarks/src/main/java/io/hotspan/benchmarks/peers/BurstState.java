package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.AllOpened;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * OpenTelemetry's SDK with a queue that holds a whole burst of operations. It is empty before each,
 * so nothing is lost and no span waits. A burst takes about a millisecond: long beside the time
 * that the thread needs to come back from the flush.
 */
@State(Scope.Benchmark)
public class BurstState extends OpenTelemetryState {
    /** Operations without a flush. */
    public static final int BURST = 4_000;

    private static final int MAX_SPANS_PER_OPERATION = 4;

    @Override
    BatchSpanProcessorBuilder configure(final BatchSpanProcessorBuilder processor) {
        return processor.setMaxQueueSize(BURST * MAX_SPANS_PER_OPERATION);
    }

    @Override
    boolean losesNothing() {
        return true;
    }

    /** Not timed. */
    @TearDown(Level.Invocation)
    public void flush(final AllOpened opened) {
        flushWhole(opened);
    }
}
