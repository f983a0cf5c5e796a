package io.hotspan.recording;

import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingPool;
import io.hotspan.time.EpochClock;
import io.hotspan.time.NanoClock;
import io.hotspan.time.SystemNanoClock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a recording works. Immutable; made by {@link #builder()}, whose {@link Builder#build()}
 * checks it and whose methods say what each setting means.
 */
public record RecordingSettings(
        int ringCapacityBytes,
        int maxRings,
        OverloadPolicy overloadPolicy,
        Duration maxWait,
        Duration drainDelay,
        double samplingRatio,
        boolean enabled,
        NanoClock clock,
        EpochClock epochClock,
        Masking masking,
        Consumer<Thread> newThread) {
    public static final int DEFAULT_RING_CAPACITY_BYTES = 1 << 21;
    public static final int DEFAULT_MAX_RINGS = 64;
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofSeconds(1);
    public static final Duration DEFAULT_DRAIN_DELAY = Duration.ofMillis(10);

    /** A builder with the defaults; for one thread. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private int ringCapacityBytes = DEFAULT_RING_CAPACITY_BYTES;
        private int maxRings = DEFAULT_MAX_RINGS;
        private OverloadPolicy overloadPolicy = OverloadPolicy.DROP;
        private Duration maxWait = DEFAULT_MAX_WAIT;
        private Duration drainDelay = DEFAULT_DRAIN_DELAY;
        private double samplingRatio = 1.0;
        private boolean enabled = true;
        private NanoClock clock = new SystemNanoClock();
        private EpochClock epochClock = EpochClock.SYSTEM;
        private Masking masking;
        private Consumer<Thread> newThread = thread -> {};

        private Builder() {}

        /** Bytes of each thread's ring: a power of two of at least 64 KiB. Default 2 MiB. */
        public Builder ringCapacityBytes(final int bytes) {
            ringCapacityBytes = bytes;
            return this;
        }

        /** How many threads get a ring of their own; later ones share. 0 to 510, default 64. */
        public Builder maxRings(final int rings) {
            maxRings = rings;
            return this;
        }

        /** What to do when a ring is full. Default: drop. */
        public Builder overloadPolicy(final OverloadPolicy policy) {
            overloadPolicy = Objects.requireNonNull(policy, "overloadPolicy");
            return this;
        }

        /** How long {@link OverloadPolicy#WAIT} waits before it drops. Default 1 s. */
        public Builder maxWait(final Duration wait) {
            maxWait = Objects.requireNonNull(wait, "maxWait");
            return this;
        }

        /** How long a few records may lie in a ring before they are written. Default 10 ms. */
        public Builder drainDelay(final Duration delay) {
            drainDelay = Objects.requireNonNull(delay, "drainDelay");
            return this;
        }

        /** Share of traces that is recorded, 0 to 1. Default 1. */
        public Builder samplingRatio(final double ratio) {
            samplingRatio = ratio;
            return this;
        }

        /** Whether traces are recorded at all, at the start. Default true. */
        public Builder enabled(final boolean on) {
            enabled = on;
            return this;
        }

        /**
         * Where span times come from. Default {@link System#nanoTime()}; {@link
         * io.hotspan.time.NanoClocks#tscOrSystem()} gives a clock at less than half the price,
         * where there is one.
         */
        public Builder clock(final NanoClock nanoClock) {
            clock = Objects.requireNonNull(nanoClock, "clock");
            return this;
        }

        /** What ties span times to the epoch. Default the system's clock. */
        public Builder epochClock(final EpochClock clockOfEpoch) {
            epochClock = Objects.requireNonNull(clockOfEpoch, "epochClock");
            return this;
        }

        /**
         * Hides values before they are written; see {@link Masking}. Default null: nothing is
         * hidden, and recording costs nothing for it. With a hook every value takes the longer way
         * that objects take.
         */
        public Builder masking(final Masking hook) {
            masking = hook;
            return this;
        }

        /**
         * What is called on a thread that takes part for the first time, before its first span: it
         * may make a context current there. Default: nothing.
         */
        public Builder newThread(final Consumer<Thread> listener) {
            newThread = Objects.requireNonNull(listener, "newThread");
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException naming the first setting that is out of its range
         */
        public RecordingSettings build() {
            check(
                    Integer.bitCount(ringCapacityBytes) == 1
                            && ringCapacityBytes >= RingDescriptor.MIN_CAPACITY_BYTES
                            && ringCapacityBytes <= RingDescriptor.MAX_CAPACITY_BYTES,
                    "ringCapacityBytes",
                    ringCapacityBytes,
                    "a power of two from 65536 to 1073741824");
            check(
                    maxRings >= 0 && maxRings < RingPool.MAX_RING_NUMBER,
                    "maxRings",
                    maxRings,
                    "0 to " + (RingPool.MAX_RING_NUMBER - 1));
            check(!maxWait.isNegative(), "maxWait", maxWait, "not negative");
            check(
                    !drainDelay.isNegative() && drainDelay.compareTo(Duration.ofMinutes(1)) <= 0,
                    "drainDelay",
                    drainDelay,
                    "0 to 1 minute");
            check(
                    samplingRatio >= 0 && samplingRatio <= 1,
                    "samplingRatio",
                    samplingRatio,
                    "0.0 to 1.0");
            return new RecordingSettings(
                    ringCapacityBytes,
                    maxRings,
                    overloadPolicy,
                    maxWait,
                    drainDelay,
                    samplingRatio,
                    enabled,
                    clock,
                    epochClock,
                    masking,
                    newThread);
        }

        private static void check(
                final boolean holds, final String name, final Object value, final String allowed) {
            if (!holds) {
                throw new IllegalArgumentException(
                        "setting out of range: " + name + "=" + value + ", allowed: " + allowed);
            }
        }
    }
}
