package io.hotspan.benchmarks.harness;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many spans one thread has opened, for tracers that do not count what they drop. */
@State(Scope.Thread)
public class Opened {
    private long spans;

    /** Has them counted among those of all threads. */
    @Setup(Level.Trial)
    public void join(final AllOpened all) {
        all.add(this);
    }

    /** Notes spans that are about to be opened. */
    public void add(final int count) {
        spans += count;
    }

    long spans() {
        return spans;
    }
}
