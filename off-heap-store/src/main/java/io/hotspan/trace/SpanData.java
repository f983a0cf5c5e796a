package io.hotspan.trace;

import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanId;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.TraceId;
import java.util.List;
import java.util.Map;

/**
 * One recorded span, read back. Immutable, if the values given to its builder are; safe for use by
 * many threads.
 *
 * <p>Values of inputs, outputs and attributes are null, {@code Boolean}, {@code Long}, {@code
 * BigInteger}, {@code Double}, {@code String}, {@code byte[]}, {@code List} or {@code Map}. Two
 * spans are equal when all that their JSON shows is: {@link #threadName} is not part of it.
 *
 * <p>Source: {@code mlflow.entities.Span}.
 */
public final class SpanData {
    /** The {@link #endEpochNanos} of a span that has not ended. */
    public static final long OPEN = Long.MIN_VALUE;

    private final long traceIdHigh;
    private final long traceIdLow;
    private final long spanId;
    private final long parentSpanId;
    private final String name;
    private final String type;
    private final long startEpochNanos;
    private final long endEpochNanos;
    private final SpanStatus status;
    private final boolean hasInputs;
    private final boolean hasOutputs;
    private final Object inputs;
    private final Object outputs;
    private final Map<String, Object> attributes;
    private final List<SpanEvent> events;
    private final List<SpanLink> links;
    private final String threadName;
    private final long droppedRecords;

    SpanData(final SpanDataBuilder builder) {
        traceIdHigh = builder.traceIdHigh;
        traceIdLow = builder.traceIdLow;
        spanId = builder.spanId;
        parentSpanId = builder.parentSpanId;
        name = builder.name;
        type = builder.type;
        startEpochNanos = builder.startEpochNanos;
        endEpochNanos = builder.endEpochNanos;
        status = builder.status;
        hasInputs = builder.hasInputs;
        hasOutputs = builder.hasOutputs;
        inputs = builder.inputs;
        outputs = builder.outputs;
        attributes = builder.attributeMap();
        events = builder.eventList();
        links = builder.linkList();
        threadName = builder.threadName;
        droppedRecords = builder.droppedRecords;
    }

    /** A builder of one span. */
    public static SpanDataBuilder builder() {
        return new SpanDataBuilder();
    }

    /** The first 64 bits of the trace id. */
    public long traceIdHigh() {
        return traceIdHigh;
    }

    /** The last 64 bits of the trace id. */
    public long traceIdLow() {
        return traceIdLow;
    }

    /** The trace id as {@code tr-} and 32 hex digits, formatted at each call. */
    public String traceId() {
        return TraceId.format(traceIdHigh, traceIdLow);
    }

    /** The span's id as a number; not zero. */
    public long spanIdLong() {
        return spanId;
    }

    /** The span's id as 16 hex digits, formatted at each call. */
    public String spanId() {
        return SpanId.hex(spanId);
    }

    /** The parent's id as a number; zero if the span has none. */
    public long parentSpanIdLong() {
        return parentSpanId;
    }

    /** The parent's id as 16 hex digits, formatted at each call; null if the span has none. */
    public String parentSpanId() {
        return parentSpanId == 0 ? null : SpanId.hex(parentSpanId);
    }

    /** What the span is called; not null. */
    public String name() {
        return name;
    }

    /** One of {@link io.hotspan.model.SpanType}, or a type of the program's own; not null. */
    public String type() {
        return type;
    }

    /** When the span began, in nanoseconds since the epoch. */
    public long startEpochNanos() {
        return startEpochNanos;
    }

    /** When the span ended, in nanoseconds since the epoch, or {@link #OPEN}. */
    public long endEpochNanos() {
        return endEpochNanos;
    }

    /** Whether the span has not ended, as far as was recorded. */
    public boolean isOpen() {
        return endEpochNanos == OPEN;
    }

    /** How long the span took; zero while it {@linkplain #isOpen is open}. */
    public long durationNanos() {
        return isOpen() ? 0 : endEpochNanos - startEpochNanos;
    }

    /** How the span went; not null. */
    public SpanStatus status() {
        return status;
    }

    /** Whether inputs were set; they may have been set to null. */
    public boolean hasInputs() {
        return hasInputs;
    }

    /** What went in; null if that was null, or if nothing was set. */
    public Object inputs() {
        return inputs;
    }

    /** Whether outputs were set; they may have been set to null. */
    public boolean hasOutputs() {
        return hasOutputs;
    }

    /** What came out; null if that was null, or if nothing was set. */
    public Object outputs() {
        return outputs;
    }

    /**
     * The attributes under the program's own keys, in the order in which the keys were first set.
     * Unmodifiable; values may be null.
     */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** The events in the order in which they were added; unmodifiable. */
    public List<SpanEvent> events() {
        return events;
    }

    /** The links in the order in which they were added; unmodifiable. */
    public List<SpanLink> links() {
        return links;
    }

    /** The name of the thread that began the span; null if it is not known. */
    public String threadName() {
        return threadName;
    }

    /**
     * How many attributes, events and the like did not fit and are missing here, or hold a value
     * that was not taken whole: the mark in it says why.
     */
    public long droppedRecords() {
        return droppedRecords;
    }

    /**
     * How much the span matters to a reader, as MLflow counts: 40 with an event {@code exception},
     * 20 for spans of models, tools, retrievers, agents and embeddings, 10 for others; or the
     * number under the attribute {@link TraceKeys#SPAN_LOG_LEVEL}.
     */
    public Object logLevel() {
        final Object given = attributes.get(TraceKeys.SPAN_LOG_LEVEL);
        return given == null ? LogLevel.of(type, events) : given;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof SpanData span
                && spanId == span.spanId
                && parentSpanId == span.parentSpanId
                && traceIdHigh == span.traceIdHigh
                && traceIdLow == span.traceIdLow
                && startEpochNanos == span.startEpochNanos
                && endEpochNanos == span.endEpochNanos
                && droppedRecords == span.droppedRecords
                && name.equals(span.name)
                && type.equals(span.type)
                && status.equals(span.status)
                && hasInputs == span.hasInputs
                && hasOutputs == span.hasOutputs
                && Json.equal(inputs, span.inputs)
                && Json.equal(outputs, span.outputs)
                && Json.equal(attributes, span.attributes)
                && links.equals(span.links)
                && equalEvents(events, span.events);
    }

    private static boolean equalEvents(final List<SpanEvent> left, final List<SpanEvent> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            final SpanEvent a = left.get(i);
            final SpanEvent b = right.get(i);
            if (a.epochNanos() != b.epochNanos()
                    || !a.name().equals(b.name())
                    || !Json.equal(a.attributes(), b.attributes())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(spanId) * 31 + Long.hashCode(traceIdLow);
    }

    /** Name, type and ids. */
    @Override
    public String toString() {
        return "SpanData[" + name + ", " + type + ", " + spanId() + " of " + traceId() + "]";
    }
}
