package io.hotspan.benchmarks.suite;

import java.time.Duration;

/**
 * How much is measured of each benchmark.
 *
 * @param forks JVMs, one after the other
 * @param warmUps iterations whose figures are thrown away
 * @param warmUpTime of each of these
 * @param iterations that are counted
 * @param iterationTime of each of these
 */
record Effort(int forks, int warmUps, Duration warmUpTime, int iterations, Duration iterationTime) {
    /** What a JVM takes to start and to end. */
    private static final Duration START = Duration.ofSeconds(1);

    static Effort of(
            final int forks,
            final int warmUps,
            final int warmUpMillis,
            final int iterations,
            final int iterationMillis) {
        return new Effort(
                forks,
                warmUps,
                Duration.ofMillis(warmUpMillis),
                iterations,
                Duration.ofMillis(iterationMillis));
    }

    /** How long one benchmark takes, roughly. */
    Duration estimate() {
        return START.plus(warmUpTime.multipliedBy(warmUps))
                .plus(iterationTime.multipliedBy(iterations))
                .multipliedBy(forks);
    }
}
