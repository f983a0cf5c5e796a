package io.hotspan.testing;

import io.hotspan.recording.Recording;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingDirectory;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A recording into a {@link MemorySink}, with small rings and a clock by hand. */
public final class TestRecording implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private final MemorySink sink = new MemorySink();
    private final RingDirectory directory;
    private final Recording recording;
    private final Tracer tracer;

    private TestRecording(
            final UnaryOperator<RecordingSettings.Builder> change, final boolean isReady) {
        final RecordingSettings.Builder settings =
                RecordingSettings.builder()
                        .ringCapacityBytes(RingDescriptor.MIN_CAPACITY_BYTES)
                        .maxRings(8)
                        .clock(clock)
                        .epochClock(clock.epoch());
        try {
            directory = RingDirectory.create(Path.of(System.getProperty("java.io.tmpdir")));
            if (!isReady) {
                sink.block();
            }
            recording = Recording.start(change.apply(settings).build(), directory, sink);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        tracer = new Tracer(recording);
        if (isReady) {
            flush();
        }
    }

    /** Starts one. */
    public static TestRecording start() {
        return start(settings -> settings);
    }

    /** Starts one with other settings. */
    public static TestRecording start(final UnaryOperator<RecordingSettings.Builder> change) {
        return new TestRecording(change, true);
    }

    /** Starts one whose sink takes nothing until it is unblocked. */
    public static TestRecording startUnready() {
        return new TestRecording(settings -> settings, false);
    }

    public Tracer tracer() {
        return tracer;
    }

    public Recording recording() {
        return recording;
    }

    public MemorySink sink() {
        return sink;
    }

    public TestClock clock() {
        return clock;
    }

    /** Where the rings are. */
    public Path directory() {
        return directory.path();
    }

    /** Everything recorded until now, a line each: see {@link RecordText}. */
    public List<String> lines() {
        flush();
        return sink.lines();
    }

    /** The spans recorded until now. */
    public List<RecordedSpan> spans() {
        flush();
        return RecordedSpan.of(sink);
    }

    /** Waits until what was recorded is in the sink. */
    public void flush() {
        try {
            if (!recording.flush(LIMIT)) {
                throw new AssertionError("not flushed in " + LIMIT);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        sink.unblock();
        try {
            recording.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
