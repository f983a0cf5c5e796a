package io.hotspan.benchmarks.peers;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same, with no trace sampled. */
@State(Scope.Benchmark)
public class UnsampledOpenTelemetry extends OpenTelemetryState {
    @Override
    Sampler sampler() {
        return Sampler.alwaysOff();
    }
}
