package io.hotspan.recording;

import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.record.StatusDescriptor;
import io.hotspan.symbol.Symbol;
import java.util.Map;

/**
 * What can be recorded about an open span beyond its start and end, whichever thread it is done on.
 * A recording that fails is counted and never reaches the program.
 */
public abstract class SpanDetails {
    final Recording recording;

    SpanDetails(final Recording recording) {
        this.recording = recording;
    }

    /** A writer set up for the span, to a ring of the calling thread; null if it has ended. */
    abstract RecordWriter about(long handle);

    /** Counts a record that found no room on its span. */
    abstract void dropped(long handle);

    /** Sets an attribute to any value; null is one. */
    public final void attribute(final long handle, final Symbol key, final Object value) {
        final RecordWriter writer = writerFor(handle);
        settle(handle, writer == null || writer.attribute(key, value));
    }

    /**
     * Sets each entry as an attribute; a null map does nothing, a null key is "null". A map that
     * throws is counted as a failure, and what it gave before stays.
     */
    public final void attributes(final long handle, final Map<String, ?> attributes) {
        if (attributes == null || !SpanHandle.isRecorded(handle)) {
            return;
        }
        try {
            attributes.forEach(
                    (key, value) ->
                            attribute(
                                    handle,
                                    recording.symbols().symbol(String.valueOf(key)),
                                    value));
        } catch (final RuntimeException | StackOverflowError e) {
            recording.countFailure(e);
        }
    }

    /** Adds an event; {@link SpanEvent#NOW} is the time of this call. */
    public final void event(
            final long handle,
            final Symbol name,
            final long epochNanos,
            final Map<String, ?> attributes) {
        final boolean given = epochNanos != SpanEvent.NOW;
        final long time = given ? epochNanos : recording.clock().nanoTime();
        final RecordWriter writer = writerFor(handle);
        settle(handle, writer == null || writer.event(name, given, time, attributes));
    }

    /** Sets the status. */
    public final void status(final long handle, final SpanStatus status) {
        final RecordWriter writer = writerFor(handle);
        settle(handle, writer == null || writer.status(codeOf(status), status.description()));
    }

    /** Gives the span another name. */
    public final void name(final long handle, final Symbol name) {
        final RecordWriter writer = writerFor(handle);
        settle(handle, writer == null || writer.name(name));
    }

    /** Links the span to another one. */
    public final void link(
            final long handle, final SpanContext other, final Map<String, ?> attributes) {
        final RecordWriter writer = writerFor(handle);
        settle(handle, writer == null || writer.link(other, attributes));
    }

    /** Sets the time at which the span began or ended; which as in TimeDescriptor. */
    public final void time(final long handle, final int which, final long epochNanos) {
        final RecordWriter writer = writerFor(handle);
        settle(handle, writer == null || writer.time(which, epochNanos));
    }

    private RecordWriter writerFor(final long handle) {
        return SpanHandle.isRecorded(handle) ? about(handle) : null;
    }

    private void settle(final long handle, final boolean written) {
        if (!written) {
            dropped(handle);
        }
    }

    private static int codeOf(final SpanStatus status) {
        return switch (status.code()) {
            case UNSET -> StatusDescriptor.UNSET;
            case OK -> StatusDescriptor.OK;
            case ERROR -> StatusDescriptor.ERROR;
        };
    }

    /** Details of the spans on a thread's stack. */
    static final class OfThread extends SpanDetails {
        private final Recorder recorder;

        OfThread(final Recorder recorder) {
            super(recorder.recording);
            this.recorder = recorder;
        }

        @Override
        RecordWriter about(final long handle) {
            if (!recorder.isOpen(handle)) {
                recording.countIgnoredCall();
                return null;
            }
            final long ordinal = SpanHandle.ordinal(handle);
            if (recorder.isMine()) {
                return recorder.writer().about(recorder.ring, 0, ordinal);
            }
            final Recorder mine = recording.recorder();
            final int spansRing = recorder.identity.ringNumber();
            final boolean sharesRing = mine.identity.ringNumber() == spansRing;
            return mine.writer().about(mine.ring, sharesRing ? 0 : spansRing, ordinal);
        }

        @Override
        void dropped(final long handle) {
            if (recorder.isMine()) {
                recorder.countDropped(handle);
            }
        }
    }
}
