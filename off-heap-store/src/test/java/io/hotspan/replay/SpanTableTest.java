package io.hotspan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpanTableTest {
    private final SpanTable table = new SpanTable();

    @Test
    void aSpanIsFoundByItsOrdinalAlone() {
        final OpenSpan span = span(5);
        table.put(span);

        assertThat(table.get(5)).isSameAs(span);
        assertThat(table.get(5 + 64)).isNull();
    }

    @Test
    void aLongOpenSpanStaysBehindManyOthers() {
        final OpenSpan old = span(1);
        table.put(old);
        for (int i = 2; i < 1_000_000; i++) {
            final OpenSpan span = span(i);
            table.put(span);
            table.remove(span);
        }

        assertThat(table.get(1)).isSameAs(old);
        assertThat(table.size()).isEqualTo(1);
    }

    @Property(tries = 100)
    void itIsLikeAMap(@ForAll final long seed) {
        final Random random = new Random(seed);
        final SpanTable any = new SpanTable();
        final Map<Long, OpenSpan> map = new HashMap<>();
        long ordinal = 1;
        for (int i = 0; i < 2000; i++) {
            if (map.isEmpty() || random.nextInt(100) < 55) {
                final OpenSpan span = span(ordinal);
                ordinal += 1 + random.nextInt(3);
                any.put(span);
                map.put(span.ordinal, span);
            } else {
                final List<Long> keys = new ArrayList<>(map.keySet());
                final OpenSpan span = map.remove(keys.get(random.nextInt(keys.size())));
                any.remove(span);
                assertThat(any.get(span.ordinal)).isNull();
            }
        }
        map.forEach((key, span) -> assertThat(any.get(key)).isSameAs(span));
        final List<OpenSpan> all = new ArrayList<>();
        any.forEach(all::add);
        assertThat(all).containsExactlyInAnyOrderElementsOf(map.values());
        assertThat(any.size()).isEqualTo(map.size());
    }

    private static OpenSpan span(final long ordinal) {
        final OpenSpan span = new OpenSpan();
        span.ordinal = ordinal;
        return span;
    }
}
