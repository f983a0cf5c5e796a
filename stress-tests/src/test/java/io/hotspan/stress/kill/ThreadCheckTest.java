package io.hotspan.stress.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanDataBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadCheckTest {
    private final List<String> violations = new ArrayList<>();
    private final Payload payload = new Payload(7, 100);

    @Test
    void numbersInOrderAreFine() {
        check(Long.MAX_VALUE, 3, ended(1), ended(2), ended(3));

        assertThat(violations).isEmpty();
    }

    @Test
    void aMissingNumberIsFound() {
        check(Long.MAX_VALUE, 3, ended(1), ended(3));

        assertThat(violations).containsExactly("spans: 3 follows on 1");
    }

    @Test
    void aSpanThatComesTwiceIsFound() {
        check(Long.MAX_VALUE, 2, ended(1), ended(2), ended(2));

        assertThat(violations).containsExactly("spans: 2 follows on 2");
    }

    @Test
    void aCommittedSpanThatIsMissingAtTheEndIsFound() {
        check(Long.MAX_VALUE, 3, ended(1), ended(2));

        assertThat(violations)
                .containsExactly("spans: 3 was committed, the last that is here is 2");
    }

    @Test
    void theLastSpanMayBeOpenAndHaveNothingYet() {
        check(Long.MAX_VALUE, 1, ended(1), span().build());

        assertThat(violations).isEmpty();
    }

    @Test
    void anEndedSpanWithoutItsNumberIsFound() {
        check(Long.MAX_VALUE, 1, ended(1), span().endEpochNanos(2).build());

        assertThat(violations).containsExactly("spans: ended without its number, after 1");
    }

    @Test
    void aSpanBehindATornOneIsFound() {
        check(Long.MAX_VALUE, 1, ended(1), span().build(), ended(2));

        assertThat(violations).hasSize(1);
        assertThat(violations.get(0)).startsWith("spans: a span behind a torn one, after 1");
    }

    @Test
    void anotherTextIsFound() {
        final SpanData other = span().attribute("n", 1L).attribute("text", "?").build();
        check(Long.MAX_VALUE, 1, other);

        assertThat(violations).containsExactly("spans: 1 has another text");
    }

    @Test
    void whatWasRecordedBesideACloseMayLackRecordsButNotComeTwice() {
        check(1, 1, ended(1), span().endEpochNanos(2).build(), ended(5));
        assertThat(violations).isEmpty();

        check(1, 1, ended(1), ended(2), ended(2));
        assertThat(violations).containsExactly("spans: 2 follows on 2");
    }

    private void check(final long wholeUpTo, final long told, final SpanData... spans) {
        final ThreadCheck check = new ThreadCheck("spans", 0, payload, wholeUpTo, violations::add);
        check.accept(List.of(spans));
        check.checkUpTo(told);
    }

    private SpanData ended(final long number) {
        return span().attribute("n", number)
                .attribute("text", payload.text(0, number))
                .endEpochNanos(2)
                .build();
    }

    private static SpanDataBuilder span() {
        return SpanData.builder().traceId(1, 2).spanId(3).name("spans").startEpochNanos(1);
    }
}
