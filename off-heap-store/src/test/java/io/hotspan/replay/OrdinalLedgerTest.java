package io.hotspan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrdinalLedgerTest {
    private final OrdinalLedger ledger = new OrdinalLedger(1);

    @Test
    void whatHasBegunIsKnown() {
        ledger.begin(1);

        assertThat(ledger.hasBegun(1)).isTrue();
        assertThat(ledger.hasBegun(2)).isFalse();
    }

    @Test
    void nothingBeginsTwice() {
        ledger.begin(1);
        ledger.begin(3);

        assertThat(ledger.begin(1)).isFalse();
        assertThat(ledger.begin(3)).isFalse();
        assertThat(ledger.begin(2)).isTrue();
    }

    @Test
    void gapsAreToldInOrder() {
        ledger.begin(5);
        ledger.begin(9);
        ledger.begin(2);

        assertThat(gaps(ledger)).containsExactly("1-1", "3-4", "6-8");
    }

    @Test
    void theFirstToComeMayDecide() {
        final OrdinalLedger late = new OrdinalLedger(0);
        late.begin(100);

        assertThat(gaps(late)).isEmpty();
        assertThat(late.hasBegun(99)).isTrue();
        assertThat(late.last()).isEqualTo(100);
    }

    @Property(tries = 200)
    void anyOrderFillsAllGaps(
            @ForAll @IntRange(min = 1, max = 200) final int count, @ForAll final long seed) {
        final OrdinalLedger any = new OrdinalLedger(1);
        final List<Integer> ordinals = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ordinals.add(i);
        }
        Collections.shuffle(ordinals, new Random(seed));

        for (final int ordinal : ordinals) {
            assertThat(any.hasBegun(ordinal)).isFalse();
            assertThat(any.begin(ordinal)).isTrue();
            assertThat(any.hasBegun(ordinal)).isTrue();
        }

        assertThat(gaps(any)).isEmpty();
        assertThat(any.count()).isEqualTo(count);
        assertThat(any.last()).isEqualTo(count);
    }

    private static List<String> gaps(final OrdinalLedger ledger) {
        final List<String> gaps = new ArrayList<>();
        ledger.forEachGap((first, last) -> gaps.add(first + "-" + last));
        return gaps;
    }
}
