package io.hotspan.tracing;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.record.ReservedKeys;
import java.util.Map;

/**
 * What can be said about a span while it is open. Values are taken as they are at the call. Of
 * calls with the same key, and of names, types, inputs, outputs and statuses, the last one holds;
 * events keep their order. A call after the span's end is ignored and counted; none throws for any
 * value.
 *
 * <p>Null is a value of attributes, inputs and outputs. A null key, name or event name is the text
 * "null". Null for an event, an exception, a status or a context says nothing: the call is ignored
 * and counted.
 *
 * <p>Times are nanoseconds since the epoch.
 *
 * <p>Source: {@code mlflow.entities.LiveSpan}.
 *
 * @param <S> the span itself, for chains of calls
 */
public sealed interface OpenSpan<S extends OpenSpan<S>> permits Span, DetachedSpan {
    /**
     * Sets an attribute to any value: null, text, numbers, lists, maps, records, beans, arrays.
     *
     * {@snippet class=io.hotspan.docs.GuideRecordingTest region=values}
     *
     * <p>Source: {@code Span.set_attribute}.
     */
    S setAttribute(String key, Object value);

    /** Sets an attribute to a text; null is a value. */
    S setAttribute(String key, String value);

    /** Sets an attribute to a whole number. */
    S setAttribute(String key, long value);

    /** Sets an attribute to a number; NaN and infinities are kept, and shown as text. */
    S setAttribute(String key, double value);

    /** Sets an attribute to a number, with the digits of a float: 0.1f is 0.1. */
    default S setAttribute(final String key, final float value) {
        return setAttribute(key, (Object) value);
    }

    /** Sets an attribute to a text of one character. */
    default S setAttribute(final String key, final char value) {
        return setAttribute(key, (Object) value);
    }

    /** Sets an attribute to true or false. */
    S setAttribute(String key, boolean value);

    /**
     * Sets each entry as an attribute. A null map does nothing; a null key is "null", and one that
     * is no text, where an unchecked cast let it in, is what its {@code toString} gives. A map that
     * throws is taken as far as it goes, and the attribute {@code <failed>} says so.
     *
     * <p>Source: {@code Span.set_attributes}.
     */
    default S setAttributes(final Map<String, ?> attributes) {
        if (attributes != null) {
            try {
                final Map<?, ?> entries = attributes; // an unchecked cast may have made it
                entries.forEach((key, value) -> setAttribute(String.valueOf(key), value));
            } catch (final RuntimeException | Error e) {
                setAttribute("<failed>", "<failed: " + e.getClass().getName() + ">");
            }
        }
        return self();
    }

    /**
     * What the work was given. Any value, not only maps.
     *
     * <p>Source: {@code Span.set_inputs}.
     */
    default S setInputs(final Object inputs) {
        return setAttribute(ReservedKeys.SPAN_INPUTS, inputs);
    }

    /**
     * What the work gave. Any value; null is one.
     *
     * <p>Source: {@code Span.set_outputs}.
     */
    default S setOutputs(final Object outputs) {
        return setAttribute(ReservedKeys.SPAN_OUTPUTS, outputs);
    }

    /** One of {@link SpanType}, or a type of the program's own; null is UNKNOWN. */
    default S setType(final String type) {
        return setAttribute(ReservedKeys.SPAN_TYPE, type == null ? SpanType.UNKNOWN : type);
    }

    /** Gives the span another name. */
    S setName(String name);

    /**
     * Adds an event.
     *
     * {@snippet class=io.hotspan.docs.GuideRecordingTest region=events}
     *
     * <p>Source: {@code Span.add_event}.
     */
    S addEvent(SpanEvent event);

    /** Adds an event without attributes. */
    default S addEvent(final String name) {
        return addEvent(SpanEvent.of(String.valueOf(name)));
    }

    /** Adds an event with attributes; null is none. */
    default S addEvent(final String name, final Map<String, ?> attributes) {
        return attributes == null
                ? addEvent(name)
                : addEvent(SpanEvent.of(String.valueOf(name), attributes));
    }

    /**
     * Adds the event {@code exception}, and sets ERROR with {@code "SimpleType: message"}.
     *
     * <p>Source: {@code Span.record_exception}.
     */
    default S recordException(final Throwable exception) {
        if (exception == null) {
            return addEvent((SpanEvent) null);
        }
        addEvent(SpanEvent.fromException(exception));
        return setStatus(SpanStatus.error(exception));
    }

    /**
     * Sets the status. In the block form the way the block ends overrides it.
     *
     * <p>Source: {@code Span.set_status}.
     */
    S setStatus(SpanStatus status);

    /**
     * Sets the status by its code's name.
     *
     * @param code as {@link io.hotspan.model.StatusCode#parse} takes it
     * @throws IllegalArgumentException if there is no such code; the message lists the codes
     */
    default S setStatus(final String code) {
        return setStatus(code == null ? null : SpanStatus.parse(code));
    }

    /**
     * Links the span to one of another trace, or of this. A context without a trace links to
     * nothing.
     *
     * <p>Source: {@code Span.add_link}.
     *
     * @param other the span's context
     * @param attributes what the link means; null or empty when there is nothing to say
     */
    S addLink(Context other, Map<String, ?> attributes);

    /** As {@link #addLink(Context, Map)}, with nothing more to say. */
    default S addLink(final Context other) {
        return addLink(other, Map.of());
    }

    /**
     * Whether what is said here is recorded: false if the trace is not sampled, or the span has
     * ended.
     */
    boolean isRecording();

    /**
     * What another thread or process needs to hang spans on this one. Ask for it while the span is
     * open: of a {@link Span} that has ended it is only known until another span takes its place.
     */
    Context context();

    /** The id of the trace, {@code tr-…}; empty if nothing is recorded. */
    default String traceId() {
        return context().traceId();
    }

    /** The id of the span, 16 hex digits; empty if nothing is recorded. */
    default String spanId() {
        return context().spanId();
    }

    /** The span itself. */
    S self();
}
