package io.hotspan.stress.soak;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the program knows of what it did. Safe for any thread. */
final class SoakCounts {
    /** Spans opened, of every kind, recorded or lost. */
    final LongAdder opened = new LongAdder();

    /** Calls that must be ignored: on spans that have ended, or of other threads. */
    final LongAdder stale = new LongAdder();

    /** Blocks that threw on purpose. */
    final LongAdder thrown = new LongAdder();

    /** Threads that recorded, and died. */
    final LongAdder threads = new LongAdder();

    /** Traces that a reader followed. */
    final AtomicLong followedTraces = new AtomicLong();

    /** Spans in them. */
    final AtomicLong followedSpans = new AtomicLong();

    /** Reads of the whole journal while it was written. */
    final AtomicLong reads = new AtomicLong();
}
