package io.hotspan.stress.recording;

import io.hotspan.drain.BlockSink;
import io.hotspan.recording.Recording;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.ring.RingDirectory;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A recording for all states of a test, which are far too many for one each. Closed when the JVM
 * ends, so that nothing stays of it.
 */
final class SharedRecording {
    private static final long ROOM_BYTES = 64L << 20;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Recording recording;
    private final Tracer tracer;

    SharedRecording(final BlockSink sink) {
        try {
            recording =
                    Recording.start(
                            RecordingSettings.builder().build(),
                            RingDirectory.create(ROOM_BYTES),
                            sink);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        tracer = new Tracer(recording);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    Recording recording() {
        return recording;
    }

    Tracer tracer() {
        return tracer;
    }

    /** Waits until what was recorded is in the sink. */
    void flush() {
        try {
            if (!recording.flush(LIMIT)) {
                throw new IllegalStateException("not flushed in " + LIMIT);
            }
        } catch (final InterruptedException e) {
            throw new IllegalStateException("nobody interrupts actors", e);
        }
    }

    private void close() {
        try {
            recording.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
