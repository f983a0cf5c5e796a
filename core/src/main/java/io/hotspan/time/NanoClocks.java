package io.hotspan.time;

import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Gives clocks by what the machine is able to.
 *
 * <p>The TSC clock reads the CPU's time stamp counter itself, at about half the price of {@link
 * System#nanoTime()}: by a foreign function, so it needs JDK 22 and {@code
 * --enable-native-access=ALL-UNNAMED}, and it needs Linux on x86-64 with a counter that the kernel
 * itself trusts. It does not fence: a read may move by some nanoseconds against the work beside it.
 */
/* TscClock is named in one method alone, and by a method that returns its superclass: so neither
 * running nor verifying this class loads it where it cannot be used, and SystemNanoClock stays the
 * one clock that the JIT knows. */
public final class NanoClocks {
    private NanoClocks() {}

    /**
     * A new TSC clock; where it cannot be trusted the system's, and a line in the log says why.
     * Takes up to 50 ms, to compare the cores' counters with each other and with the system's
     * clock; the first time in a process also what the JDK needs to link its first foreign
     * function, some tenths of a second.
     */
    public static NanoClock tscOrSystem() {
        return tscOrSystem(TscPlatform.ofThisMachine());
    }

    /**
     * Why {@link #tscOrSystem()} would give the system's clock; empty if it would not. Takes as
     * long.
     */
    public static Optional<String> tscObstacle() {
        try {
            startTsc(TscPlatform.ofThisMachine());
            return Optional.empty();
        } catch (final TscUnusableException e) {
            return Optional.of(e.getMessage());
        }
    }

    static NanoClock tscOrSystem(final TscPlatform platform) {
        try {
            return startTsc(platform);
        } catch (final TscUnusableException e) {
            System.getLogger("io.hotspan")
                    .log(
                            Level.WARNING,
                            "Hotspan''s clock is System.nanoTime() and not the TSC: {0}",
                            e.getMessage());
            return new SystemNanoClock();
        }
    }

    /** The caller must know no more than NanoClock: see above. */
    private static NanoClock startTsc(final TscPlatform platform) throws TscUnusableException {
        final Optional<String> obstacle = platform.obstacle();
        if (obstacle.isPresent()) {
            throw new TscUnusableException(obstacle.get());
        }
        return TscClock.start();
    }
}
