package io.hotspan.benchmarks.harness;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many spans one thread has opened, for tracers that do not count what they drop. */
@State(Scope.Thread)
public class Opened {
    private long spans;

    /** Notes spans that are about to be opened. */
    public void add(final int count) {
        spans += count;
    }

    /** Spans opened so far, in all iterations. */
    public long spans() {
        return spans;
    }
}
