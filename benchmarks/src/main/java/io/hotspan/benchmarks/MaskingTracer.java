package io.hotspan.benchmarks;

import io.hotspan.recording.RecordingSettings;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tracer with a masking hook that looks at the key, and leaves every value as it is. */
@State(Scope.Benchmark)
public class MaskingTracer extends TracerState {
    @Override
    RecordingSettings.Builder settings() {
        return super.settings().masking((key, value) -> key.equals("password") ? "hidden" : value);
    }
}
