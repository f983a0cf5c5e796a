package io.hotspan.tracing;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.record.TimeDescriptor;
import io.hotspan.recording.DetachedSpanRecorder;
import io.hotspan.recording.Recording;
import java.util.Map;

/**
 * An open span of no thread: it is never current, and any thread may say things about it and end
 * it. For work that begins in one place and ends in another: a request answered by a callback, a
 * stream.
 *
 * {@snippet class=io.hotspan.docs.GuideRecordingTest region=detached}
 *
 * <p>Source: {@code mlflow.start_span_no_context}; fastrace's {@code Span} beside its {@code
 * LocalSpan}.
 */
public final class DetachedSpan implements OpenSpan<DetachedSpan>, AutoCloseable {
    private final Recording recording;
    private final DetachedSpanRecorder recorder;

    DetachedSpan(final Recording recording, final DetachedSpanRecorder recorder) {
        this.recording = recording;
        this.recorder = recorder;
    }

    @Override
    public DetachedSpan setAttribute(final String key, final Object value) {
        recorder.attribute(recorder.handle(), recording.symbols().symbol(key), value);
        return this;
    }

    @Override
    public DetachedSpan setAttribute(final String key, final String value) {
        return setAttribute(key, (Object) value);
    }

    @Override
    public DetachedSpan setAttribute(final String key, final long value) {
        return setAttribute(key, (Object) value);
    }

    @Override
    public DetachedSpan setAttribute(final String key, final double value) {
        return setAttribute(key, (Object) value);
    }

    @Override
    public DetachedSpan setAttribute(final String key, final boolean value) {
        return setAttribute(key, (Object) value);
    }

    @Override
    public DetachedSpan setName(final String name) {
        recorder.name(recorder.handle(), recording.symbols().symbol(name));
        return this;
    }

    @Override
    public DetachedSpan addEvent(final SpanEvent event) {
        if (event == null) {
            recorder.ignoredCall();
            return this;
        }
        recorder.event(
                recorder.handle(),
                recording.symbols().symbol(event.name()),
                event.epochNanos(),
                event.attributes());
        return this;
    }

    @Override
    public DetachedSpan setStatus(final SpanStatus status) {
        if (status == null) {
            recorder.ignoredCall();
            return this;
        }
        recorder.status(recorder.handle(), status);
        return this;
    }

    @Override
    public DetachedSpan addLink(final Context other, final Map<String, ?> attributes) {
        if (other == null) {
            recorder.ignoredCall();
            return this;
        }
        recorder.link(recorder.handle(), other.spanContext(), attributes);
        return this;
    }

    @Override
    public boolean isRecording() {
        return recorder.isOpen();
    }

    @Override
    public Context context() {
        return new Context(recording, recorder.context(), null);
    }

    /** Ends the span; UNSET becomes OK. From any thread; only the first call does. */
    @Override
    public void close() {
        recorder.end(false);
    }

    /** As {@link #close()}. */
    public void end() {
        close();
    }

    /**
     * As {@link #close()}, with an end of the program's choosing, in nanoseconds since the epoch.
     */
    public void endAt(final long epochNanos) {
        setTime(TimeDescriptor.END, epochNanos);
        close();
    }

    void setTime(final int which, final long epochNanos) {
        recorder.time(recorder.handle(), which, epochNanos);
    }

    @Override
    public DetachedSpan self() {
        return this;
    }
}
