package io.hotspan.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs where the counter can be used; elsewhere it is skipped, and says why. */
class TscClockTest {
    private static final long TOLERANCE_NANOS = 100_000;

    private NanoClock clock;

    @BeforeEach
    void startOrSkip() throws Exception {
        final Optional<String> obstacle = NanoClocks.tscObstacle();
        assumeThat(obstacle).as("no TSC clock: %s", obstacle.orElse("")).isEmpty();
        clock = TscClock.start();
    }

    @Test
    void timeNeverRunsBackwardsInAThread() throws Exception {
        final int threads = 4;
        final ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            final Callable<Long> steps = () -> stepsBack(2_000_000);
            for (final Future<Long> backwards :
                    executor.invokeAll(Collections.nCopies(threads, steps))) {
                assertThat(backwards.get()).isZero();
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void timeAgreesWithNanoTimeAcrossManyStretches() {
        final long endNanos = System.nanoTime() + 200_000_000;
        long comparisons = 0;
        long before;
        do {
            before = System.nanoTime();
            final long nanos = clock.nanoTime();
            final long after = System.nanoTime();
            assertThat(nanos).isBetween(before - TOLERANCE_NANOS, after + TOLERANCE_NANOS);
            comparisons++;
        } while (before - endNanos < 0);
        assertThat(comparisons).isGreaterThan(1);
    }

    @Test
    void maintenanceKeepsTimeGoing() {
        final long endNanos = System.nanoTime() + 50_000_000;
        long last = clock.nanoTime();
        while (System.nanoTime() - endNanos < 0) {
            clock.maintain();
            final long nanos = clock.nanoTime();
            assertThat(nanos).isGreaterThanOrEqualTo(last);
            last = nanos;
        }
    }

    @Test
    void theCoresCountersAgree() throws Exception {
        assertThat(TscWarp.measure(10_000_000)).isZero();
    }

    @Test
    void thePageOfItsCodeIsExecutableAndNotWritable() throws Exception {
        assertThat(rightsAt(TscStub.address())).isEqualTo("r-xp");
        assertThat(rightsAt(TscStub.address() + ExecutablePage.LENGTH_BYTES - 1)).isEqualTo("r-xp");
    }

    private long stepsBack(final int reads) {
        long backwards = 0;
        long last = clock.nanoTime();
        for (int i = 0; i < reads; i++) {
            final long nanos = clock.nanoTime();
            backwards += nanos < last ? 1 : 0;
            last = nanos;
        }
        return backwards;
    }

    private static String rightsAt(final long address) throws Exception {
        return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> covers(line, address))
                .map(line -> line.split(" ", -1)[1])
                .findFirst()
                .orElse("not mapped");
    }

    private static boolean covers(final String line, final long address) {
        final String[] range = line.substring(0, line.indexOf(' ')).split("-", -1);
        return Long.compareUnsigned(Long.parseUnsignedLong(range[0], 16), address) <= 0
                && Long.compareUnsigned(address, Long.parseUnsignedLong(range[1], 16)) < 0;
    }
}
