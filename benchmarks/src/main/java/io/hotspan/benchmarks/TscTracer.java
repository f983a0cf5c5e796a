package io.hotspan.benchmarks;

import io.hotspan.recording.RecordingSettings;
import io.hotspan.time.NanoClock;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tracer with the TSC clock. */
@State(Scope.Benchmark)
public class TscTracer extends TracerState {
    NanoClock clock;

    @Override
    RecordingSettings.Builder settings() {
        final TscState tsc = new TscState();
        tsc.start();
        clock = tsc.clock;
        return super.settings().clock(clock);
    }
}
