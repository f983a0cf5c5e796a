package io.hotspan.time;

import java.time.Instant;

/** Wall-clock time in nanoseconds since the epoch. */
@FunctionalInterface
public interface EpochClock {
    /** The system's clock, as fine as the platform tells it. */
    EpochClock SYSTEM =
            () -> {
                final Instant now = Instant.now();
                return now.getEpochSecond() * 1_000_000_000L + now.getNano();
            };

    /** The time now, in nanoseconds since the epoch. Safe for any thread. */
    long epochNanos();
}
