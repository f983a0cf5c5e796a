package io.hotspan.replay;

/** What a {@link SpanListener} keeps of one trace while spans of it come. */
abstract class TraceEntry {
    final long high;
    final long low;

    /** The entry of another trace with the same low half, in a {@link TraceTable}. */
    TraceEntry nextOfSameLow;

    TraceEntry(final long high, final long low) {
        this.high = high;
        this.low = low;
    }
}
