package io.hotspan.benchmarks;

import io.hotspan.recording.RecordingSettings;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tracer that is switched off. */
@State(Scope.Benchmark)
public class DisabledTracer extends TracerState {
    @Override
    RecordingSettings.Builder settings() {
        return super.settings().enabled(false);
    }
}
