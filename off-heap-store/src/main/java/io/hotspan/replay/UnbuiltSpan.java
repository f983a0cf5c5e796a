package io.hotspan.replay;

import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanDataBuilder;

/**
 * A finished span, some of whose content lies in the journal still.
 *
 * @param details all but what is in the records
 * @param records not yet decoded
 * @param symbols for the records
 * @param ticksToEpochNanos for the records
 * @param droppedRecords how many records of the span are lost already
 */
record UnbuiltSpan(
        SpanDataBuilder details,
        DetailRecords records,
        SymbolTexts symbols,
        long ticksToEpochNanos,
        long droppedRecords) {
    /** The span with its content; what is not in the journal any more counts as dropped. */
    SpanData build(final DetailDecoder decoder) {
        final long lostCount = records.decode(details, symbols, ticksToEpochNanos, decoder);
        return details.droppedRecords(droppedRecords + lostCount).build();
    }
}
