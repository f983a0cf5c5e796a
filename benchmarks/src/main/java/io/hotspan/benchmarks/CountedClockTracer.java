package io.hotspan.benchmarks;

import io.hotspan.recording.RecordingSettings;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tracer whose clock costs nothing. */
@State(Scope.Benchmark)
public class CountedClockTracer extends TracerState {
    @Override
    RecordingSettings.Builder settings() {
        return super.settings().clock(new CountedClock());
    }
}
