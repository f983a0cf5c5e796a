package io.hotspan.demo.assistant;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the calls that the agent should trace, where they are made: the demo compares it with the
 * spans that are replayed. For any number of threads.
 */
public final class CallCount {
    private final AtomicLong calls = new AtomicLong();

    /** One more. */
    public void add() {
        calls.incrementAndGet();
    }

    /** All so far. */
    public long get() {
        return calls.get();
    }
}
