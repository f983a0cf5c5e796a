package io.hotspan.benchmarks;

import io.hotspan.recording.RecordingSettings;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tracer that samples no trace. */
@State(Scope.Benchmark)
public class UnsampledTracer extends TracerState {
    @Override
    RecordingSettings.Builder settings() {
        return super.settings().samplingRatio(0);
    }
}
