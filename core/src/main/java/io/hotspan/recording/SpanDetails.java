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

    /**
     * A writer set up for the span, to a ring of the calling thread; null if it has ended, which is
     * counted. Followed by {@link #settle}.
     */
    abstract RecordWriter about(long handle);

    /** Whether the span of a call that is under way has not ended meanwhile. */
    abstract boolean isStillOpen(long handle);

    /**
     * The call that {@link #about} began is over; a record that found no room counts on its span.
     */
    abstract void settle(long handle, boolean written);

    /** A value of the call that is under way was not taken whole; that counts on its span. */
    abstract void countCut(long handle);

    /** Sets an attribute to any value; null is one. */
    public final void attribute(final long handle, final Symbol key, final Object value) {
        final RecordWriter writer = writerFor(handle);
        if (writer != null) {
            boolean written = false;
            try {
                written = writer.attribute(key, value);
            } finally {
                settle(handle, written);
            }
        }
    }

    /**
     * Adds an event; {@link SpanEvent#NOW} is the time of this call. A null map is an empty one.
     */
    public final void event(
            final long handle,
            final Symbol name,
            final long epochNanos,
            final Map<String, ?> attributes) {
        final RecordWriter writer = writerFor(handle);
        if (writer != null) {
            final boolean given = epochNanos != SpanEvent.NOW;
            final long time = given ? epochNanos : recording.clock().nanoTime();
            boolean written = false;
            try {
                written = writer.event(name, given, time, attributes);
            } finally {
                settle(handle, written);
            }
        }
    }

    /** Sets the status. */
    public final void status(final long handle, final SpanStatus status) {
        final RecordWriter writer = writerFor(handle);
        if (writer != null) {
            boolean written = false;
            try {
                written = writer.status(codeOf(status), status.description());
            } finally {
                settle(handle, written);
            }
        }
    }

    /** Gives the span another name. */
    public final void name(final long handle, final Symbol name) {
        final RecordWriter writer = writerFor(handle);
        if (writer != null) {
            boolean written = false;
            try {
                written = writer.name(name);
            } finally {
                settle(handle, written);
            }
        }
    }

    /** Links the span to another one. A null map is an empty one. */
    public final void link(
            final long handle, final SpanContext other, final Map<String, ?> attributes) {
        final RecordWriter writer = writerFor(handle);
        if (writer != null) {
            boolean written = false;
            try {
                written = writer.link(other, attributes);
            } finally {
                settle(handle, written);
            }
        }
    }

    /** Sets the time at which the span began or ended; which as in TimeDescriptor. */
    public final void time(final long handle, final int which, final long epochNanos) {
        final RecordWriter writer = writerFor(handle);
        if (writer != null) {
            boolean written = false;
            try {
                written = writer.time(which, epochNanos);
            } finally {
                settle(handle, written);
            }
        }
    }

    /** Counts a call that says nothing, such as one with null for an event. */
    public final void ignoredCall() {
        recording.countIgnoredCall();
    }

    private RecordWriter writerFor(final long handle) {
        return SpanHandle.isRecorded(handle) ? about(handle) : null;
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
                return recorder.writer().about(this, handle, recorder.ring, 0, ordinal);
            }
            final Recorder mine = recording.recorder();
            final int spansRing = recorder.identity.ringNumber();
            final boolean sharesRing = mine.identity.ringNumber() == spansRing;
            return mine.writer()
                    .about(this, handle, mine.ring, sharesRing ? 0 : spansRing, ordinal);
        }

        @Override
        boolean isStillOpen(final long handle) {
            return recorder.isOpen(handle);
        }

        @Override
        void settle(final long handle, final boolean written) {
            if (!written && recorder.isMine()) {
                recorder.countDropped(handle);
            }
        }

        @Override
        void countCut(final long handle) {
            if (recorder.isMine()) {
                recorder.countDropped(handle);
            }
        }
    }
}
