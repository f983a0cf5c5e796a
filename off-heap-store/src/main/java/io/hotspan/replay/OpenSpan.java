package io.hotspan.replay;

import io.hotspan.model.SpanStatus;
import io.hotspan.model.StatusCode;
import io.hotspan.record.SpanIds;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanDataBuilder;

/**
 * A span between its START and the moment when it is handed over. Reused: whoever is given one
 * copies what it wants to keep.
 */
final class OpenSpan {
    RingReplay ring;
    long ordinal;

    /** What the listener keeps of its trace; not null. */
    TraceEntry trace;

    /** Ordinal of the root of a trace that began in this ring; 0 for another one. */
    long rootOrdinal;

    /** Ordinal of a parent in this ring; 0 for another one, or none. */
    long parentOrdinal;

    /** Id of a parent that is not known by its ordinal; 0 for none. */
    long parentSpanId;

    /** Turns ticks of the writer's clock into nanoseconds since the epoch, all through the span. */
    long ticksToEpochNanos;

    long startEpochNanos;
    long endEpochNanos;

    /** Whether the program gave the end. */
    boolean isEndGiven;

    boolean isEnded;

    /** Ended by END_OK: whatever status was set, it is OK. */
    boolean endsOk;

    String name;
    SpanStatus status;
    long droppedRecords;

    /** Null: unknown, or an attribute tells it. */
    String type;

    /** Null if it is not known. */
    String threadName;

    /** When the drainer had come to its end, in nanoseconds since the epoch. */
    long endDrainedEpochNanos;

    /** Whether anybody wants attributes and the like. */
    boolean wantsDetails;

    /** Bytes of the records of attributes and the like. */
    long detailBytes;

    final DetailRecords records = new DetailRecords();
    OpenSpan nextFree;

    boolean isRoot() {
        return parentOrdinal == 0 && parentSpanId == 0;
    }

    /** Whether there is a parent that is of another ring, or perhaps of no journal at all. */
    boolean isParentElsewhere() {
        return parentSpanId != 0;
    }

    /** The status by the rules of ending: UNSET becomes OK, an explicit one stands. */
    SpanStatus finalStatus() {
        return isEnded && (endsOk || status.code() == StatusCode.UNSET) ? SpanStatus.OK : status;
    }

    /** All that is known of the finished span, but for what is in its records. */
    SpanDataBuilder finish() {
        final long seed = ring.identity.spanIdSeed();
        final SpanDataBuilder details =
                SpanData.builder()
                        .traceId(trace.high, trace.low)
                        .spanId(SpanIds.spanId(seed, ordinal))
                        .parentSpanId(
                                parentOrdinal == 0
                                        ? parentSpanId
                                        : SpanIds.spanId(seed, parentOrdinal))
                        .name(name)
                        .threadName(threadName)
                        .startEpochNanos(startEpochNanos)
                        .endEpochNanos(isEnded ? endEpochNanos : SpanData.OPEN)
                        .status(finalStatus())
                        .droppedRecords(droppedRecords);
        return type == null ? details : details.type(type);
    }

    /** Forgets what would keep other objects alive. */
    void clear() {
        ring = null;
        trace = null;
        name = null;
        type = null;
        threadName = null;
        records.clear();
    }
}
