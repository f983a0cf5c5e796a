package io.hotspan.benchmarks.peers;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same, with the stack of each event. */
@State(Scope.Benchmark)
public class JfrStackState extends JfrState {
    @Override
    boolean hasStackTrace() {
        return true;
    }
}
