package io.hotspan.journal;

import io.hotspan.block.BlockDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How a journal is written. Immutable; made by {@link #newBuilder()}. */
public final class JournalOptions {
    /** Smallest segment. */
    public static final long MIN_SEGMENT_BYTES = 1 << 20;

    /** Largest segment: it is mapped as a whole. */
    public static final long MAX_SEGMENT_BYTES = 1L << 30;

    private final long sessionId;
    private final long segmentBytes;
    private final Duration segmentAge;
    private final long freeSpaceBytes;
    private final long maxBytes;
    private final Duration maxAge;
    private final boolean recovers;
    private final JournalListener listener;
    private final Preparation preparation;

    /** Puts into a journal's directory what else is to be there. */
    @FunctionalInterface
    public interface Preparation {
        /**
         * Called by the writing thread before it makes a segment, in a directory that may have been
         * removed and made anew.
         *
         * @throws IOException if it is not possible now; the segment is then not made
         */
        void prepare() throws IOException;
    }

    private JournalOptions(final Builder builder) {
        sessionId = builder.sessionId;
        // so that retention, which deletes whole segments, has some to choose from
        segmentBytes =
                Math.max(MIN_SEGMENT_BYTES, Math.min(builder.segmentBytes, builder.maxBytes / 4));
        segmentAge = builder.segmentAge;
        freeSpaceBytes = builder.freeSpaceBytes;
        maxBytes = builder.maxBytes;
        maxAge = builder.maxAge;
        recovers = builder.recovers;
        listener = builder.listener;
        preparation = builder.preparation;
    }

    /** A builder with the defaults. */
    public static Builder newBuilder() {
        return new Builder();
    }

    /** Session whose records are written. */
    public long sessionId() {
        return sessionId;
    }

    /** Size at which a segment is sealed. */
    public long segmentBytes() {
        return segmentBytes;
    }

    /** Age at which a segment is sealed, when there is something more to write. */
    public Duration segmentAge() {
        return segmentAge;
    }

    /** Room on the disk that is left to others. */
    public long freeSpaceBytes() {
        return freeSpaceBytes;
    }

    /** Size of the journal above which the oldest segments are deleted. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Age above which segments are deleted. */
    public Duration maxAge() {
        return maxAge;
    }

    /** Whether the records are those that another process left behind. */
    public boolean recovers() {
        return recovers;
    }

    /** Hears of warnings. */
    public JournalListener listener() {
        return listener;
    }

    /** Comes before each segment. */
    public Preparation preparation() {
        return preparation;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private long sessionId = ThreadLocalRandom.current().nextLong();
        private long segmentBytes = 128L << 20;
        private Duration segmentAge = Duration.ofHours(1);
        private long freeSpaceBytes = 64L << 20;
        private long maxBytes = Long.MAX_VALUE;
        private Duration maxAge = Duration.ofDays(365_000);
        private boolean recovers;
        private JournalListener listener = (message, cause) -> {};
        private Preparation preparation = () -> {};

        private Builder() {}

        /** Session whose records are written; random if not given. */
        public Builder sessionId(final long sessionId) {
            this.sessionId = sessionId;
            return this;
        }

        /** Size at which a segment is sealed: from 1 MiB to 1 GiB; 128 MiB if not given. */
        public Builder segmentBytes(final long segmentBytes) {
            this.segmentBytes = segmentBytes;
            return this;
        }

        /** Age at which a segment is sealed; an hour if not given. */
        public Builder segmentAge(final Duration segmentAge) {
            this.segmentAge = segmentAge;
            return this;
        }

        /** Room on the disk that is left to others; 64 MiB if not given. */
        public Builder freeSpaceBytes(final long freeSpaceBytes) {
            this.freeSpaceBytes = freeSpaceBytes;
            return this;
        }

        /**
         * Size of the journal above which the oldest segments are deleted; no limit if not given. A
         * quarter of it also limits the segments.
         */
        public Builder maxBytes(final long maxBytes) {
            this.maxBytes = maxBytes;
            return this;
        }

        /** Age above which segments are deleted; no limit if not given. */
        public Builder maxAge(final Duration maxAge) {
            this.maxAge = maxAge;
            return this;
        }

        /** Whether the records are those that another process left behind; no if not given. */
        public Builder recovers(final boolean recovers) {
            this.recovers = recovers;
            return this;
        }

        /** Hears of warnings; nobody if not given. */
        public Builder listener(final JournalListener listener) {
            this.listener = listener;
            return this;
        }

        /** Comes before each segment; nothing if not given. */
        public Builder preparation(final Preparation preparation) {
            this.preparation = preparation;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public JournalOptions build() {
            checkRange("segmentBytes", segmentBytes, MIN_SEGMENT_BYTES, MAX_SEGMENT_BYTES);
            checkRange("freeSpaceBytes", freeSpaceBytes, 0, Long.MAX_VALUE);
            checkRange(
                    "maxBytes", maxBytes, 4L * BlockDescriptor.MAX_CONTENT_BYTES, Long.MAX_VALUE);
            checkRange("segmentAge in seconds", segmentAge.toSeconds(), 1, Long.MAX_VALUE);
            checkRange("maxAge in seconds", maxAge.toSeconds(), 1, Long.MAX_VALUE);
            return new JournalOptions(this);
        }

        private static void checkRange(
                final String name, final long value, final long min, final long max) {
            if (value < min || value > max) {
                throw new IllegalArgumentException(
                        name + " out of range: " + value + ", min=" + min + ", max=" + max);
            }
        }
    }
}
