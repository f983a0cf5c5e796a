package io.hotspan.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What encoding allocates, once an encoder is warm: nothing for values of everyday kinds. */
class ValueAllocationTest {
    private static final int ROUNDS = 50_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ValueEncoder encoder = new ValueEncoder();

    /** Bytes that one round allocates, at its best: the compiler works beside us. */
    private double bytesPerRound(final Object... values) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < 10; run++) {
            final long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < ROUNDS; i++) {
                for (final Object value : values) {
                    encoder.encode(value);
                }
            }
            final long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            best = Math.min(best, (after - before) / (double) ROUNDS);
        }
        return best;
    }

    @Test
    void scalarsAllocateNothing() {
        assertThat(
                        bytesPerRound(
                                null,
                                true,
                                1,
                                -5L,
                                1L << 60,
                                0.5,
                                0.5f,
                                "short",
                                "世",
                                "x".repeat(99)))
                .isLessThan(0.1);
    }

    @Test
    void hashMapsAndArrayListsOfScalarsAllocateNothing() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("query", "what?");
        map.put("k", 5);
        map.put("scores", new ArrayList<>(List.of(0.5, 0.25)));
        map.put("none", null);
        assertThat(bytesPerRound(map, new HashMap<>(map))).isLessThan(0.1);
    }

    @Test
    void otherListsOfTheJdkAndArraysAllocateNothing() {
        assertThat(
                        bytesPerRound(
                                List.of(1),
                                List.of(1, 2, 3),
                                Arrays.asList("a", null),
                                new int[] {1, 2},
                                new double[] {0.5},
                                new Object[] {"a", 1}))
                .isLessThan(0.1);
    }
}
