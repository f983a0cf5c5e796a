package io.hotspan.benchmarks.peers;

import brave.sampler.Sampler;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Brave with no trace sampled. */
@State(Scope.Benchmark)
public class UnsampledBrave extends BraveState {
    @Override
    Sampler sampler() {
        return Sampler.NEVER_SAMPLE;
    }
}
