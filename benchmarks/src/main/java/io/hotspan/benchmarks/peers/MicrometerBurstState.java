package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.AllOpened;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Micrometer Tracing over OpenTelemetry as {@link BurstState} has it. */
@State(Scope.Benchmark)
public class MicrometerBurstState extends MicrometerState {
    @Override
    BatchSpanProcessorBuilder configure(final BatchSpanProcessorBuilder processor) {
        return processor.setMaxQueueSize(BurstState.BURST);
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
