package io.hotspan.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that happened at one moment of a span. Source: {@code mlflow.entities.SpanEvent}.
 *
 * @param name not null
 * @param epochNanos nanoseconds since the epoch, or {@link #NOW}
 * @param attributes not null; keys not null, values of any kind, null included. Kept as given: a
 *     value is captured when the event is added to a span
 */
public record SpanEvent(String name, long epochNanos, Map<String, ?> attributes) {
    /** Stands for "the moment at which the event is added to its span". */
    public static final long NOW = Long.MIN_VALUE;

    /** Name of the event that {@link #fromException} makes. */
    public static final String EXCEPTION = "exception";

    /** Attribute of that event: its message. */
    public static final String EXCEPTION_MESSAGE = "exception.message";

    /** Attribute of that event: the simple name of its class. */
    public static final String EXCEPTION_TYPE = "exception.type";

    /** Attribute of that event: its stack trace, causes and suppressed ones included. */
    public static final String EXCEPTION_STACKTRACE = "exception.stacktrace";

    public SpanEvent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(attributes, "attributes");
    }

    /** An event without attributes, at the moment it is added. */
    public static SpanEvent of(final String name) {
        return new SpanEvent(name, NOW, Map.of());
    }

    /** An event at the moment it is added. */
    public static SpanEvent of(final String name, final Map<String, ?> attributes) {
        return new SpanEvent(name, NOW, attributes);
    }

    /** An event at a given time, in nanoseconds since the epoch. */
    public static SpanEvent at(
            final String name, final long epochNanos, final Map<String, ?> attributes) {
        return new SpanEvent(name, epochNanos, attributes);
    }

    /**
     * The event {@code exception}: message, type and stack trace with causes and suppressed ones. A
     * throwable whose own methods throw is described by its type alone.
     */
    public static SpanEvent fromException(final Throwable throwable) {
        final Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(EXCEPTION_MESSAGE, messageOf(throwable));
        attributes.put(EXCEPTION_TYPE, typeOf(throwable));
        attributes.put(EXCEPTION_STACKTRACE, stackTraceOf(throwable));
        return new SpanEvent(EXCEPTION, NOW, Collections.unmodifiableMap(attributes));
    }

    /** The simple name; of an anonymous class, which has none, its name without the package. */
    static String typeOf(final Throwable throwable) {
        final String name = throwable.getClass().getSimpleName();
        final String fullName = throwable.getClass().getName();
        return name.isEmpty() ? fullName.substring(fullName.lastIndexOf('.') + 1) : name;
    }

    static String messageOf(final Throwable throwable) {
        try {
            final String message = throwable.getMessage();
            return message == null ? "" : message;
        } catch (final RuntimeException | Error e) {
            return "<getMessage() threw " + e.getClass().getName() + ">";
        }
    }

    private static String stackTraceOf(final Throwable throwable) {
        try {
            return StackTraceText.of(throwable);
        } catch (final RuntimeException | Error e) {
            return throwable.getClass().getName()
                    + " <printStackTrace() threw "
                    + e.getClass()
                    + ">";
        }
    }
}
