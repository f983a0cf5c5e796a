package io.hotspan.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TraceCounterTest {
    private static final int MANY = 100_000;

    private final TraceCounter counter = new TraceCounter(1 << 12);

    @Test
    void rootsAreCountedExactlyHoweverMany() {
        for (int i = 1; i <= MANY; i++) {
            counter.add(i, true);
            counter.add(i, false);
        }

        assertThat(counter.count()).isEqualTo(MANY);
    }

    @Test
    void fewTracesWithoutARootAreCountedExactly() {
        for (int i = 1; i <= 1000; i++) {
            counter.add(i, false);
            counter.add(i, false);
        }

        assertThat(counter.count()).isEqualTo(1000);
    }

    @Test
    void manyTracesWithoutARootAreEstimated() {
        for (int i = 1; i <= MANY; i++) {
            counter.add(i, false);
        }

        assertThat((double) counter.count()).isCloseTo(MANY, within(0.1 * MANY));
    }
}
