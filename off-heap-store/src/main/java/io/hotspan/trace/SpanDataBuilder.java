package io.hotspan.trace;

import io.hotspan.json.Json;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts a span together from what was recorded of it, in the order of recording: the last write of a
 * thing wins. Values are kept as given and must not change afterwards. For one thread.
 */
public final class SpanDataBuilder {
    private static final String MLFLOW_PREFIX = "mlflow.";
    private static final String HOTSPAN_PREFIX = "hotspan.";

    long traceIdHigh;
    long traceIdLow;
    long spanId;
    long parentSpanId;
    String name = "";
    String type = SpanType.UNKNOWN;
    long startEpochNanos;
    long endEpochNanos = SpanData.OPEN;
    SpanStatus status = SpanStatus.UNSET;
    boolean hasInputs;
    boolean hasOutputs;
    Object inputs;
    Object outputs;
    String threadName;
    long droppedRecords;
    private AttributeMap.Builder attributes;
    private List<SpanEvent> events;
    private List<SpanLink> links;
    private Object logLevel; // null: none was given

    SpanDataBuilder() {}

    /** Sets the id of the trace. */
    public SpanDataBuilder traceId(final long high, final long low) {
        traceIdHigh = high;
        traceIdLow = low;
        return this;
    }

    /** Sets the span's id, which must not be zero. */
    public SpanDataBuilder spanId(final long id) {
        spanId = id;
        return this;
    }

    /** Sets the parent's id; zero, the default, means that there is none. */
    public SpanDataBuilder parentSpanId(final long id) {
        parentSpanId = id;
        return this;
    }

    /** Sets the name; not null. */
    public SpanDataBuilder name(final String text) {
        name = Objects.requireNonNull(text, "name");
        return this;
    }

    /** Sets the type, {@link SpanType#UNKNOWN} if never called; not null. */
    public SpanDataBuilder type(final String text) {
        type = Objects.requireNonNull(text, "type");
        return this;
    }

    /** Sets the beginning, in nanoseconds since the epoch. */
    public SpanDataBuilder startEpochNanos(final long epochNanos) {
        startEpochNanos = epochNanos;
        return this;
    }

    /** Sets the end, in nanoseconds since the epoch; without it the span is open. */
    public SpanDataBuilder endEpochNanos(final long epochNanos) {
        endEpochNanos = epochNanos;
        return this;
    }

    /** Sets how the span went; not null. {@link SpanStatus#UNSET} if never called. */
    public SpanDataBuilder status(final SpanStatus spanStatus) {
        status = Objects.requireNonNull(spanStatus, "status");
        return this;
    }

    /** Sets what went in; null is a value. */
    public SpanDataBuilder inputs(final Object value) {
        hasInputs = true;
        inputs = value;
        return this;
    }

    /** Sets what came out; null is a value. */
    public SpanDataBuilder outputs(final Object value) {
        hasOutputs = true;
        outputs = value;
        return this;
    }

    /**
     * Sets an attribute. The reserved keys {@code mlflow.spanType}, {@code mlflow.spanInputs} and
     * {@code mlflow.spanOutputs} set the type, the inputs and the outputs; {@code
     * mlflow.traceRequestId} is passed over, since the trace id says the same. {@code
     * hotspan.droppedRecords} sets that count.
     *
     * @param key not null
     * @param value may be null
     */
    public SpanDataBuilder attribute(final String key, final Object value) {
        final boolean maybeReserved =
                key.startsWith(MLFLOW_PREFIX) || key.startsWith(HOTSPAN_PREFIX);
        if (!maybeReserved || !reserved(key, value)) {
            if (attributes == null) {
                attributes = new AttributeMap.Builder();
            }
            attributes.put(key, value);
        }
        return this;
    }

    /** Adds an event, whose time must be known; not null. */
    public SpanDataBuilder event(final SpanEvent event) {
        if (events == null) {
            events = new ArrayList<>(2);
        }
        events.add(Objects.requireNonNull(event, "event"));
        return this;
    }

    /** Adds a link; not null. */
    public SpanDataBuilder link(final SpanLink link) {
        if (links == null) {
            links = new ArrayList<>(2);
        }
        links.add(Objects.requireNonNull(link, "link"));
        return this;
    }

    /** Sets the name of the thread that began the span; null if it is not known. */
    public SpanDataBuilder threadName(final String text) {
        threadName = text;
        return this;
    }

    /** Sets how many of the span's records are missing. */
    public SpanDataBuilder droppedRecords(final long count) {
        droppedRecords = count;
        return this;
    }

    /**
     * The span as set so far. The builder may be used on, and shares nothing with the span but
     * values.
     *
     * @throws IllegalStateException if the span id is zero
     */
    public SpanData build() {
        if (spanId == 0) {
            throw new IllegalStateException("a span needs an id: spanId=0, name=" + name);
        }
        return new SpanData(this);
    }

    Map<String, Object> attributeMap() {
        if (logLevel != null && !Json.equal(logLevel, LogLevel.of(type, eventList()))) {
            if (attributes == null) {
                attributes = new AttributeMap.Builder();
            }
            attributes.put(TraceKeys.SPAN_LOG_LEVEL, logLevel);
        }
        return attributes == null ? AttributeMap.EMPTY : attributes.build();
    }

    List<SpanEvent> eventList() {
        return listOf(events);
    }

    List<SpanLink> linkList() {
        return listOf(links);
    }

    private boolean reserved(final String key, final Object value) {
        switch (key) {
            case TraceKeys.TRACE_REQUEST_ID -> {}
            case TraceKeys.SPAN_TYPE ->
                    type = value instanceof String text ? text : Json.write(value);
            case TraceKeys.SPAN_INPUTS -> inputs(value);
            case TraceKeys.SPAN_OUTPUTS -> outputs(value);
            case TraceKeys.SPAN_LOG_LEVEL -> logLevel = value; // kept only if it says anything new
            case TraceKeys.DROPPED_RECORDS -> {
                if (value instanceof Long count) {
                    droppedRecords = count;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static <T> List<T> listOf(final List<T> list) {
        if (list == null) {
            return List.of();
        }
        return list.size() == 1
                ? List.of(list.get(0))
                : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
