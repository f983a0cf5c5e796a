package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.ring.RingCounters;
import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.RecordedSpan;
import io.hotspan.testing.TestRecording;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Overload loses whole spans, each counted, and never halves. */
@ExtendWith(LeavesNothingBehind.class)
class LossTest {
    private static final int RING_OF_THE_THREAD = 2;
    private static final int SHARED_RING = 1;

    private final TestRecording test = TestRecording.start();
    private final Tracer tracer = test.tracer();
    private int fillers;

    @AfterEach
    void close() {
        test.close();
    }

    /** Records spans while the sink is stuck, until the first is lost. */
    private void fillRing() {
        test.sink().block();
        boolean recorded = true;
        while (recorded) {
            try (Span filler = tracer.startSpan("filler")) {
                recorded = filler.isRecording();
            }
            fillers++;
        }
    }

    /** As {@link #fillRing}, with records of spans that are open. */
    private static void fillWithAttributes(final Span span) {
        for (int i = 0; i < 4_000; i++) {
            span.setAttribute("filler", i);
        }
    }

    private RingCounters counters(final int ring) {
        test.sink().unblock();
        test.flush();
        return test.sink().counters().get(ring);
    }

    @Test
    void aSpanThatFindsNoRoomIsLostWholeAndCounted() {
        fillRing();
        try (Span lost = tracer.startSpan("lost")) {
            lost.setAttribute("key", 1);
            assertThat(lost.isRecording()).isFalse();
        }

        final RingCounters counters = counters(RING_OF_THE_THREAD);
        assertThat(counters.lostSpans()).isEqualTo(2);
        assertThat(counters.recordedSpans()).isEqualTo(fillers - 1);
        assertThat(test.spans()).hasSize(fillers - 1).allMatch(RecordedSpan::isEnded);
        assertThat(counters.lostRecords()).isZero();
        assertThat(test.lines()).noneMatch(line -> line.contains("lost") || line.contains("key"));
    }

    @Test
    void theTimeOfLossesIsKept() {
        fillRing();
        final long firstTicks = test.clock().nanoTime();
        test.clock().advance(java.time.Duration.ofSeconds(1));
        tracer.startSpan("lost").close();

        final RingCounters counters = counters(RING_OF_THE_THREAD);
        assertThat(counters.firstLossNanos()).isEqualTo(firstTicks);
        assertThat(counters.lastLossNanos()).isEqualTo(firstTicks + 1_000_000_000);
    }

    @Test
    void aLostRootLosesItsDescendantsEvenWhenThereIsRoomAgain() {
        fillRing();
        try (Span lost = tracer.startSpan("lost root")) {
            test.sink().unblock();
            test.flush();
            try (Span child = tracer.startSpan("child")) {
                tracer.startSpan("grandchild").close();
                assertThat(child.isRecording()).isFalse();
            }
        }
        tracer.startSpan("next root").close();

        final RingCounters counters = counters(RING_OF_THE_THREAD);
        assertThat(counters.lostSpans()).isEqualTo(4);
        assertThat(test.spans())
                .hasSize(fillers)
                .extracting(RecordedSpan::name)
                .contains("next root")
                .doesNotContain("child", "grandchild");
    }

    @Test
    void aLostRootLosesItsDescendantsOnOtherThreadsToo() throws InterruptedException {
        fillRing();
        try (Span lost = tracer.startSpan("lost root")) {
            test.sink().unblock();
            test.flush();
            final Context context = tracer.currentContext();
            assertThat(context.isSampled()).isFalse();
            final Thread thread =
                    new Thread(context.wrap(() -> tracer.startSpan("elsewhere").close()));
            thread.start();
            thread.join();
            tracer.spanBuilder("detached").parent(lost).startDetached().close();
        }

        assertThat(test.spans()).noneMatch(span -> span.name().matches("elsewhere|detached"));
        assertThat(counters(3).lostSpans()).isEqualTo(1);
        assertThat(counters(SHARED_RING).lostSpans()).isEqualTo(1);
    }

    @Test
    void childrenOfALostChildHangOnTheNearestRecordedSpan() {
        try (Span root = tracer.startSpan("root")) {
            try (Span child = tracer.startSpan("recorded child")) {
                test.sink().block();
                fillWithAttributes(root);
                try (Span lost = tracer.startSpan("lost child")) {
                    assertThat(lost.isRecording()).isFalse();
                    test.sink().unblock();
                    test.flush();
                    tracer.startSpan("grandchild").close();
                }
            }
        }

        assertThat(test.lines()).contains("#3 child of #2 \"grandchild\"");
        assertThat(counters(RING_OF_THE_THREAD).lostSpans()).isEqualTo(1);
        assertThat(RecordedSpan.orphans(test.spans())).isEmpty();
    }

    @Test
    void whatASpanDropsIsCountedOnIt() {
        final Span span = tracer.startSpan("span");
        test.sink().block();
        fillWithAttributes(span);
        span.addEvent("event");
        span.close();

        final long dropped = counters(RING_OF_THE_THREAD).lostRecords();
        assertThat(dropped).isGreaterThan(1_000);
        assertThat(test.lines()).contains("#1 end dropped=" + dropped);
        assertThat(test.lines().size() - 2 + dropped).isEqualTo(4_001);
    }

    @Test
    void everyOpenSpanEndsHoweverFullTheRingIs() {
        test.sink().block();
        final SpanHandles handles = tracer.handles();
        final long[] open = new long[2_000];
        for (int i = 0; i < open.length; i++) {
            open[i] = handles.start(tracer.symbol("open"));
        }
        for (int i = 0; i < 100; i++) {
            handles.setAttribute(open[0], tracer.symbol("more"), i);
        }
        for (int i = open.length - 1; i >= 0; i--) {
            handles.end(open[i]);
        }

        final RingCounters counters = counters(RING_OF_THE_THREAD);
        final List<RecordedSpan> spans = test.spans();
        assertThat(spans).isNotEmpty().allMatch(RecordedSpan::isEnded);
        assertThat(counters.recordedSpans()).isEqualTo(spans.size());
        assertThat(counters.lostSpans()).isEqualTo(2_000 - spans.size());
    }

    @Test
    void aLostChildBelowAContextIsNotTheSpanOfThatContext() throws InterruptedException {
        final Span root = tracer.startSpan("root");
        final Context context = tracer.currentContext();
        final Thread thread =
                new Thread(
                        () -> {
                            fillRing();
                            try (Scope scope = context.makeCurrent();
                                    Span lost = tracer.startSpan("lost child")) {
                                assertThat(lost.isRecording()).isFalse();
                                assertThat(tracer.currentSpan().isRecording()).isFalse();
                                tracer.currentSpan().setAttribute("wrong", 1);
                            }
                        });
        final Throwable[] failure = new Throwable[1];
        thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
        thread.start();
        thread.join();
        test.sink().unblock();
        root.close();

        assertThat(failure[0]).isNull();
        assertThat(test.lines()).noneMatch(line -> line.contains("wrong"));
    }

    @Test
    void aLostDetachedSpanSilencesItsDescendants() {
        test.sink().block();
        DetachedSpan lost = tracer.spanBuilder("filler").startDetached();
        while (lost.isRecording()) {
            fillers++;
            lost = tracer.spanBuilder("filler").startDetached();
        }
        test.sink().unblock();
        test.flush();
        tracer.spanBuilder("child").parent(lost).startDetached().close();
        tracer.spanBuilder("child here").parent(lost).start().close();
        lost.close();

        assertThat(test.spans()).hasSize(fillers).allMatch(span -> "filler".equals(span.name()));
        assertThat(counters(SHARED_RING).lostSpans()).isEqualTo(2);
        assertThat(counters(RING_OF_THE_THREAD).lostSpans()).isEqualTo(1);
    }
}
