package io.hotspan.benchmarks.harness;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What became of what a benchmark wrote, reported beside its time: a record that was dropped is
 * cheap, so a time without these says nothing. Counted in each iteration, its warm-up and end
 * included, after all is drained. Written through {@link Ledger}: JMH takes every public method
 * here for a result.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Counts {
    /** Spans (of a log: lines) that reached the end of the way. */
    public long written;

    /** Spans that did not, and records that were left out of theirs. */
    public long lost;

    long seenWritten;
    long seenLost;
}
