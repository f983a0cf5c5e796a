package io.hotspan;

import io.hotspan.journal.JournalOptions;
import io.hotspan.recording.RecordingSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How Hotspan records and keeps. Immutable; made by {@link #builder()}, whose methods say what each
 * option means.
 *
 * @param recording how spans are recorded
 * @param ringDirectory where rings lie until they are drained; null: in shared memory
 * @param segmentBytes see {@link Builder#segmentBytes}
 * @param maxBytes see {@link Builder#maxBytes}
 * @param maxAge see {@link Builder#maxAge}
 * @param freeSpaceBytes see {@link Builder#freeSpaceBytes}
 * @param closeAtShutdown see {@link Builder#closeAtShutdown}
 */
public record HotspanOptions(
        RecordingSettings recording,
        Path ringDirectory,
        long segmentBytes,
        long maxBytes,
        Duration maxAge,
        long freeSpaceBytes,
        boolean closeAtShutdown) {

    /** The defaults. */
    public static HotspanOptions defaults() {
        return builder().build();
    }

    /** A builder with the defaults; for one thread. */
    public static Builder builder() {
        return new Builder();
    }

    JournalOptions.Builder journal() {
        return JournalOptions.newBuilder()
                .segmentBytes(segmentBytes)
                .maxBytes(maxBytes)
                .maxAge(maxAge)
                .freeSpaceBytes(freeSpaceBytes);
    }

    /** Collects options. Not safe for use by several threads. */
    public static final class Builder {
        private RecordingSettings recording = RecordingSettings.builder().build();
        private Path ringDirectory;
        private long segmentBytes = 128L << 20;
        private long maxBytes = Long.MAX_VALUE;
        private Duration maxAge = Duration.ofDays(365_000);
        private long freeSpaceBytes = 64L << 20;
        private boolean closeAtShutdown = true;

        private Builder() {}

        /** Rings, overload, sampling, clocks. */
        public Builder recording(final RecordingSettings settings) {
            recording = Objects.requireNonNull(settings, "recording");
            return this;
        }

        /** Where rings lie until they are drained. Default: shared memory, which costs no disk. */
        public Builder ringDirectory(final Path directory) {
            ringDirectory = directory;
            return this;
        }

        /** Size at which a segment of the journal is sealed; default 128 MiB. */
        public Builder segmentBytes(final long bytes) {
            segmentBytes = bytes;
            return this;
        }

        /** Size of the journal above which its oldest segments are deleted; default: never. */
        public Builder maxBytes(final long bytes) {
            maxBytes = bytes;
            return this;
        }

        /** Age above which segments are deleted; default: never. */
        public Builder maxAge(final Duration age) {
            maxAge = Objects.requireNonNull(age, "maxAge");
            return this;
        }

        /** Room on the disk that is left to others; default 64 MiB. */
        public Builder freeSpaceBytes(final long bytes) {
            freeSpaceBytes = bytes;
            return this;
        }

        /** Whether the journal is closed when the JVM shuts down in order; default true. */
        public Builder closeAtShutdown(final boolean close) {
            closeAtShutdown = close;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException naming the first option that is out of its range
         */
        public HotspanOptions build() {
            final HotspanOptions options =
                    new HotspanOptions(
                            recording,
                            ringDirectory,
                            segmentBytes,
                            maxBytes,
                            maxAge,
                            freeSpaceBytes,
                            closeAtShutdown);
            options.journal().build(); // checks the journal's part
            return options;
        }
    }
}
