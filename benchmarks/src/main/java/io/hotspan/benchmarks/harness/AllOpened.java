package io.hotspan.benchmarks.harness;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How many spans all threads have opened. A tracer's state asks this and not {@link Opened}: JMH
 * gives each parameter of a thread's state an instance of its own.
 */
@State(Scope.Benchmark)
public class AllOpened {
    private final List<Opened> threads = new CopyOnWriteArrayList<>();

    void add(final Opened thread) {
        threads.add(thread);
    }

    /** Spans opened so far, in all iterations. To be asked when no thread opens any. */
    public long spans() {
        return threads.stream().mapToLong(Opened::spans).sum();
    }
}
