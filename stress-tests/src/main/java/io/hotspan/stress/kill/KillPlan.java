package io.hotspan.stress.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens in one iteration. Made from the seed and the iteration's number alone, so that the
 * same iteration can be run again; only the moment of the kill depends on the machine.
 *
 * @param threads threads that record
 * @param ringCapacityBytes of each ring
 * @param segmentBytes of each segment
 * @param maxPayloadChars length of the longest text that is recorded
 * @param maxPauseMicros threads pause now and then for so long at the most; 0: they never do
 * @param writers processes that record and are killed, one after the other
 * @param recoveryKills processes that recover and are killed, behind these
 * @param killMicros how long a process may live after it got to the point of interest
 */
record KillPlan(
        long seed,
        int iteration,
        Scenario scenario,
        int threads,
        int ringCapacityBytes,
        long segmentBytes,
        int maxPayloadChars,
        int maxPauseMicros,
        int writers,
        int recoveryKills,
        List<Integer> killMicros) {
    private static final int MAX_THREADS = 5;
    private static final int MAX_KILLS = 4;
    private static final int MAX_START_MICROS = 900_000;
    private static final int MAX_RECORD_MICROS = 300_000;
    private static final int MAX_CLOSE_MICROS = 12_000;
    private static final int MAX_RECOVER_MICROS = 25_000;

    static KillPlan of(final long seed, final int iteration) {
        final SplittableRandom random = new SplittableRandom(seed * 31 + iteration);
        random.nextLong(); // neighbours begin alike
        final Scenario[] scenarios = Scenario.values();
        final Scenario scenario = scenarios[iteration % scenarios.length];
        final boolean small = scenario != Scenario.RECOVERING && random.nextBoolean();
        final List<Integer> killMicros = new ArrayList<>();
        for (int i = 0; i < MAX_KILLS; i++) {
            killMicros.add(1 + random.nextInt(maxMicros(scenario)));
        }
        return new KillPlan(
                seed,
                iteration,
                scenario,
                1 + random.nextInt(MAX_THREADS),
                small ? 1 << 16 : 1 << 20,
                scenario == Scenario.ROLLING || random.nextInt(4) == 0 ? 1 << 20 : 64 << 20,
                maxPayloadChars(scenario, random),
                scenario == Scenario.RECOVERING ? 0 : random.nextInt(3) * 40,
                scenario == Scenario.RESTARTING ? 2 + random.nextInt(2) : 1,
                scenario == Scenario.RECOVERING ? 1 + random.nextInt(3) : 0,
                List.copyOf(killMicros));
    }

    boolean usesVirtualThreads() {
        return scenario == Scenario.VIRTUAL_THREADS;
    }

    boolean sharesRing() {
        return scenario == Scenario.SHARED_RING || scenario == Scenario.VIRTUAL_THREADS;
    }

    /** Whether a thread goes on recording while the journal is closed. */
    boolean recordsWhileClosing(final int thread) {
        return thread % 2 == 0;
    }

    private static int maxMicros(final Scenario scenario) {
        return switch (scenario) {
            case STARTING -> MAX_START_MICROS;
            case CLOSING -> MAX_CLOSE_MICROS;
            case RECOVERING -> MAX_RECOVER_MICROS;
            default -> MAX_RECORD_MICROS;
        };
    }

    private static int maxPayloadChars(final Scenario scenario, final SplittableRandom random) {
        return switch (scenario) {
            case LARGE_VALUES -> 6 << 20;
            case ROLLING -> 20_000;
            default -> random.nextInt(4) == 0 ? 200_000 : 60;
        };
    }
}
