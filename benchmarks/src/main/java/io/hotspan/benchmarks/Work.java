package io.hotspan.benchmarks;

import io.hotspan.tracing.Trace;

/** Work that takes no time, to see what tracing it takes. */
public interface Work {
    /** Does nothing. */
    void run();

    /** Gives what it is given. */
    long run(long argument);

    /** As it is written. */
    final class Plain implements Work {
        @Override
        public void run() {}

        @Override
        public long run(final long argument) {
            return argument;
        }
    }

    /** As the agent weaves it; loaded by {@link WovenTracer} alone. */
    final class Woven implements Work {
        @Override
        @Trace(name = "checkout")
        public void run() {}

        @Override
        @Trace(name = "checkout")
        public long run(final long argument) {
            return argument;
        }
    }
}
