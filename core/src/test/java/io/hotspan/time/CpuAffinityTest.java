package io.hotspan.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuAffinityTest {
    @Test
    void aListOfRangesAndSingleCpusIsRead() {
        assertThat(CpuAffinity.parse("0-3,8,10-11")).containsExactly(0, 1, 2, 3, 8, 10, 11);
    }

    @Test
    void aSingleCpuIsRead() {
        assertThat(CpuAffinity.parse("5")).containsExactly(5);
    }
}
