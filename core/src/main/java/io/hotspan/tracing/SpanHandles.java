package io.hotspan.tracing;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.record.ReservedKeys;
import io.hotspan.recording.Recorder;
import io.hotspan.recording.RecorderFinder;
import io.hotspan.recording.Recording;
import io.hotspan.recording.SpanHandle;
import io.hotspan.symbol.Symbol;
import java.util.Map;

/**
 * Spans without objects: a span is a {@code long}, and no call allocates. For paths where the
 * objects of {@link Span} would not be removed by the JIT. A handle is good on the thread that
 * opened it; a stale one, or one of another thread, does nothing and is counted.
 *
 * {@snippet class=io.hotspan.docs.GuideRecordingTest region=handles}
 *
 * <p>Texts are passed as {@link Symbol}s of the same tracer.
 */
public final class SpanHandles extends RecorderFinder {
    private final Recording recording;

    SpanHandles(final Recording recording) {
        super(recording);
        this.recording = recording;
    }

    /** Opens a span below the current one, and makes it current. */
    public long start(final Symbol name) {
        return recorder().start(name);
    }

    /** As {@link #start(Symbol)}, with a type. */
    public long start(final Symbol name, final Symbol type) {
        final Recorder recorder = recorder();
        final Symbol own = recording.symbols().own(name);
        final Symbol ownType = recording.symbols().own(type);
        final long handle = recorder.start(own.id(), ownType.id());
        if (own.id() == Symbol.NO_ID) {
            recorder.details().name(handle, own);
        }
        if (ownType.id() == Symbol.NO_ID) {
            recorder.attribute(handle, recorder.symbol(ReservedKeys.SPAN_TYPE), ownType.text());
        }
        return handle;
    }

    /** Ends a span; UNSET becomes OK. */
    public void end(final long handle) {
        recorder().end(handle);
    }

    /** Sets an attribute to a whole number. */
    public void setAttribute(final long handle, final Symbol key, final long value) {
        recorder().attribute(handle, recording.symbols().own(key), value);
    }

    /** Sets an attribute to a number. */
    public void setAttribute(final long handle, final Symbol key, final double value) {
        recorder().attribute(handle, recording.symbols().own(key), value);
    }

    /** Sets an attribute to true or false. */
    public void setAttribute(final long handle, final Symbol key, final boolean value) {
        recorder().attribute(handle, recording.symbols().own(key), value);
    }

    /** Sets an attribute to a text; null is a value. */
    public void setAttribute(final long handle, final Symbol key, final String value) {
        recorder().attribute(handle, recording.symbols().own(key), value);
    }

    /** Sets an attribute to any value; null is one. */
    public void setAttribute(final long handle, final Symbol key, final Object value) {
        final Recorder recorder = recorder();
        recorder.details().attribute(handle, recording.symbols().own(key), value);
    }

    /** Adds an event without attributes. */
    public void addEvent(final long handle, final Symbol name) {
        addEvent(handle, name, Map.of());
    }

    /** Adds an event with attributes; null is none. */
    public void addEvent(final long handle, final Symbol name, final Map<String, ?> attributes) {
        final Recorder recorder = recorder();
        recorder.details().event(handle, recording.symbols().own(name), SpanEvent.NOW, attributes);
    }

    /** Sets the status; null says nothing, and is counted. */
    public void setStatus(final long handle, final SpanStatus status) {
        final Recorder recorder = recorder();
        if (status == null) {
            recorder.ignoredCall();
        } else {
            recorder.details().status(handle, status);
        }
    }

    /** Whether a handle names a span that is open and recorded. */
    public boolean isRecording(final long handle) {
        return SpanHandle.isRecorded(handle) && recorder().isOpen(handle);
    }
}
