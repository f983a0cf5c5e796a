package io.hotspan.benchmarks;

import io.hotspan.recording.RecordingSettings;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tracer whose rings are the smallest that there are. */
@State(Scope.Benchmark)
public class SmallRingTracer extends TracerState {
    private static final int RING_BYTES = 1 << 16;

    @Override
    RecordingSettings.Builder settings() {
        return super.settings().ringCapacityBytes(RING_BYTES);
    }
}
