package io.hotspan.benchmarks;

import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.RecordingSettings;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tracer with small rings that drops what does not fit, and may. */
@State(Scope.Benchmark)
public class OverloadedTracer extends SmallRingTracer {
    @Override
    RecordingSettings.Builder settings() {
        return super.settings().overloadPolicy(OverloadPolicy.DROP);
    }

    @Override
    boolean losesNothing() {
        return false;
    }
}
