package io.hotspan.tracing;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.record.TimeDescriptor;
import io.hotspan.recording.Recorder;
import io.hotspan.recording.SpanHandle;
import java.util.Map;

/**
 * An open span of the thread that opened it: current there, below what was current before, until it
 * is closed. Close it on the same thread, best by try-with-resources; attributes, events and
 * statuses may be set from any thread.
 *
 * <p>A thin skin on a primitive handle, which the JIT removes where it can see the whole life of
 * it. It holds a generation, so a span that was closed can be used wrongly without harm to another.
 */
public final class Span implements OpenSpan<Span>, AutoCloseable {
    private final Recorder recorder;
    private final long handle;

    Span(final Recorder recorder, final long handle) {
        this.recorder = recorder;
        this.handle = handle;
    }

    @Override
    public Span setAttribute(final String key, final long value) {
        recorder.attribute(handle, key, value);
        return this;
    }

    @Override
    public Span setAttribute(final String key, final double value) {
        recorder.attribute(handle, key, value);
        return this;
    }

    @Override
    public Span setAttribute(final String key, final boolean value) {
        recorder.attribute(handle, key, value);
        return this;
    }

    @Override
    public Span setAttribute(final String key, final String value) {
        recorder.attribute(handle, key, value);
        return this;
    }

    @Override
    public Span setAttribute(final String key, final Object value) {
        recorder.details().attribute(handle, recorder.symbol(key), value);
        return this;
    }

    @Override
    public Span setName(final String name) {
        recorder.details().name(handle, recorder.symbol(name));
        return this;
    }

    /* Without the SpanEvent that the JIT cannot always remove. */
    @Override
    public Span addEvent(final String name) {
        recorder.details().event(handle, recorder.symbol(name), SpanEvent.NOW, Map.of());
        return this;
    }

    @Override
    public Span addEvent(final SpanEvent event) {
        if (event == null) {
            recorder.ignoredCall();
            return this;
        }
        recorder.details()
                .event(
                        handle,
                        recorder.symbol(event.name()),
                        event.epochNanos(),
                        event.attributes());
        return this;
    }

    @Override
    public Span setStatus(final SpanStatus status) {
        if (status == null) {
            recorder.ignoredCall();
            return this;
        }
        recorder.details().status(handle, status);
        return this;
    }

    @Override
    public Span addLink(final Context other, final Map<String, ?> attributes) {
        if (other == null) {
            recorder.ignoredCall();
            return this;
        }
        recorder.details().link(handle, other.spanContext(), attributes);
        return this;
    }

    @Override
    public boolean isRecording() {
        return recorder.isOpen(handle);
    }

    @Override
    public Context context() {
        return new Context(recorder.recording(), recorder.contextOf(handle), this);
    }

    /** The handle that this span is a skin of. */
    public long handle() {
        return handle;
    }

    /** Ends the span; UNSET becomes OK. On a thread that is not the span's it does nothing. */
    @Override
    public void close() {
        recorder.close(handle);
    }

    /** As {@link #close()}. */
    public void end() {
        close();
    }

    /**
     * As {@link #close()}, with an end of the program's choosing, in nanoseconds since the epoch.
     */
    public void endAt(final long epochNanos) {
        if (recorder.isMine()) {
            setTime(TimeDescriptor.END, epochNanos);
        }
        close();
    }

    void setTime(final int which, final long epochNanos) {
        recorder.details().time(handle, which, epochNanos);
    }

    @Override
    public Span self() {
        return this;
    }

    /** Ends the span as the block form does when the block returned. */
    void endOk() {
        recorder.endOk(handle);
    }

    /** Ends the span as the block form does when the block threw; throws nothing of its own. */
    void endWith(final Throwable thrown) {
        try {
            recordException(thrown);
        } catch (final RuntimeException | Error e) {
            recorder.failed(e); // no stack or no memory left, and so what was thrown
        } finally {
            recorder.end(handle);
        }
    }

    @Override
    public String toString() {
        return SpanHandle.isRecorded(handle) ? "Span[" + spanId() + "]" : "Span[not recorded]";
    }
}
