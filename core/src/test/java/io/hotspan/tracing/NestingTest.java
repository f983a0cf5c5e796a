package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.SpanType;
import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.RecordedSpan;
import io.hotspan.testing.TestRecording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parent and child follow the thread's nesting, whatever the order in which spans end. */
@ExtendWith(LeavesNothingBehind.class)
class NestingTest {
    @Test
    void aSpanOpenedInAnotherIsItsChild() {
        try (TestRecording test = TestRecording.start()) {
            try (Span root = test.tracer().startSpan("root", SpanType.CHAIN)) {
                try (Span child = test.tracer().startSpan("child")) {
                    test.tracer().startSpan("grandchild").close();
                }
                test.tracer().startSpan("second child").close();
            }

            assertThat(test.lines())
                    .containsExactly(
                            "#1 root \"root\" :CHAIN",
                            "#2 child of #1 \"child\"",
                            "#3 child of #2 \"grandchild\"",
                            "#3 end",
                            "#2 end",
                            "#4 child of #1 \"second child\"",
                            "#4 end",
                            "#1 end");
        }
    }

    @Test
    void aSpanOpenedAfterTheRootEndedIsANewRoot() {
        try (TestRecording test = TestRecording.start()) {
            test.tracer().startSpan("first").close();
            test.tracer().startSpan("second").close();

            final List<RecordedSpan> spans = test.spans();
            assertThat(spans).allMatch(RecordedSpan::isRoot);
            assertThat(spans.get(0).traceLow()).isNotEqualTo(spans.get(1).traceLow());
        }
    }

    @Test
    void allSpansBelowARootAreInItsTrace() {
        try (TestRecording test = TestRecording.start()) {
            nest(test.tracer(), 20);

            final List<RecordedSpan> spans = test.spans();
            assertThat(spans).hasSize(20).allMatch(RecordedSpan::isEnded);
            assertThat(spans)
                    .allMatch(
                            span ->
                                    span.traceLow() == spans.get(0).traceLow()
                                            && span.traceHigh() == spans.get(0).traceHigh());
            for (int i = 1; i < 20; i++) {
                assertThat(spans.get(i).parentId()).isEqualTo(spans.get(i - 1).spanId());
            }
        }
    }

    @Test
    void aChildMayEndAfterItsRoot() {
        try (TestRecording test = TestRecording.start()) {
            final Span root = test.tracer().startSpan("root");
            final Span child = test.tracer().startSpan("child");
            root.close();
            child.setAttribute("late", 1);
            child.close();

            assertThat(test.lines())
                    .containsExactly(
                            "#1 root \"root\"",
                            "#2 child of #1 \"child\"",
                            "#1 end",
                            "#2 late=1",
                            "#2 end");
            assertThat(test.recording().outOfOrderEnds()).isEqualTo(1);
        }
    }

    @Test
    void aChildMayStartAfterItsRootEnded() {
        try (TestRecording test = TestRecording.start()) {
            final Span root = test.tracer().startSpan("root");
            final Span child = test.tracer().startSpan("child");
            root.close();
            test.tracer().startSpan("grandchild").close();
            child.close();

            assertThat(test.lines()).contains("#3 child of #2 \"grandchild\"");
        }
    }

    @Test
    void whatEndedOutOfOrderLeavesNoHoleInTheStack() {
        try (TestRecording test = TestRecording.start()) {
            final List<Span> spans = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                spans.add(test.tracer().startSpan("span"));
            }
            for (final int i : new int[] {1, 3, 0, 2, 4}) {
                spans.get(i).close();
            }
            test.tracer().startSpan("next").close();

            assertThat(test.lines()).contains("#6 root \"next\"").hasSize(12);
            assertThat(test.recording().outOfOrderEnds()).isEqualTo(4);
        }
    }

    @Test
    void aSpanBelowOneThatEndedOutOfOrderHangsOnTheCurrentOne() {
        try (TestRecording test = TestRecording.start()) {
            final Span a = test.tracer().startSpan("a");
            final Span b = test.tracer().startSpan("b");
            final Span c = test.tracer().startSpan("c");
            b.close();
            c.close();
            test.tracer().startSpan("d").close();
            a.close();

            assertThat(test.lines()).contains("#4 child of #1 \"d\"");
        }
    }

    @Test
    void theCurrentSpanIsTheInnermostOpenOne() {
        try (TestRecording test = TestRecording.start()) {
            try (Span root = test.tracer().startSpan("root")) {
                try (Span child = test.tracer().startSpan("child")) {
                    assertThat(test.tracer().currentSpan().spanId()).isEqualTo(child.spanId());
                }
                assertThat(test.tracer().currentSpan().spanId()).isEqualTo(root.spanId());
            }
        }
    }

    @Test
    void whereNoSpanIsOpenTheCurrentOneDoesNothing() {
        try (TestRecording test = TestRecording.start()) {
            final Span none = test.tracer().currentSpan();
            none.setAttribute("key", "value").setStatus("ERROR").addEvent("event").close();

            assertThat(none.isRecording()).isFalse();
            assertThat(none.spanId()).isEmpty();
            assertThat(test.lines()).isEmpty();
            assertThat(test.recording().ignoredCalls()).isZero();
        }
    }

    @Test
    void spansNestAsDeepAsTheStackOfSpansGoes() {
        try (TestRecording test =
                TestRecording.start(settings -> settings.ringCapacityBytes(1 << 22))) {
            final SpanHandles handles = test.tracer().handles();
            final long[] open = new long[20_000];
            for (int i = 0; i < open.length; i++) {
                open[i] = handles.start(test.tracer().symbol("deep"));
            }
            for (int i = open.length - 1; i >= 0; i--) {
                handles.end(open[i]);
            }
            test.tracer().startSpan("next").close();

            final List<RecordedSpan> spans = test.spans();
            assertThat(spans).hasSize(16_384 + 1).allMatch(RecordedSpan::isEnded);
            assertThat(spans.get(16_384).isRoot()).isTrue();
            assertThat(test.sink().counters().get(2).lostSpans()).isEqualTo(20_000 - 16_384);
            assertThat(test.recording().ignoredCalls()).isZero();
        }
    }

    @Test
    void twoRecordingsOnOneThreadDoNotMeet() {
        try (TestRecording one = TestRecording.start();
                TestRecording other = TestRecording.start()) {
            try (Span outer = one.tracer().startSpan("outer");
                    Span inner = other.tracer().startSpan("inner")) {
                assertThat(inner.traceId()).isNotEqualTo(outer.traceId());
            }

            assertThat(one.lines()).containsExactly("#1 root \"outer\"", "#1 end");
            assertThat(other.lines()).containsExactly("#1 root \"inner\"", "#1 end");
        }
    }

    private static void nest(final Tracer tracer, final int levels) {
        if (levels > 0) {
            try (Span span = tracer.startSpan("level")) {
                nest(tracer, levels - 1);
            }
        }
    }
}
