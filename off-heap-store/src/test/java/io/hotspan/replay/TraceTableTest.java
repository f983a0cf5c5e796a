package io.hotspan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTableTest {
    private final TraceTable<TraceTally> table = new TraceTable<>();
    private final TraceTally first = new TraceTally(1, 7);
    private final TraceTally second = new TraceTally(2, 7);
    private final TraceTally third = new TraceTally(3, 7);

    @Test
    void idsWithTheSameLastHalfAreTold() {
        putAll();

        assertThat(table.get(1, 7)).isSameAs(first);
        assertThat(table.get(2, 7)).isSameAs(second);
        assertThat(table.get(3, 7)).isSameAs(third);
        assertThat(table.get(4, 7)).isNull();
    }

    @Test
    void oneOfThemCanBeRemoved() {
        for (final TraceTally removed : List.of(first, second, third)) {
            putAll();
            table.remove(removed);

            final List<TraceTally> left = new ArrayList<>();
            table.forEach(left::add);
            assertThat(left).hasSize(2).doesNotContain(removed);
            assertThat(table.size()).isEqualTo(2);
            assertThat(table.get(removed.high, removed.low)).isNull();
            left.forEach(table::remove);
        }
    }

    private void putAll() {
        table.put(first);
        table.put(second);
        table.put(third);
    }
}
