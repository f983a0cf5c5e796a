package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.RecordedSpan;
import io.hotspan.testing.TestRecording;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Spans below one that is not recorded are not recorded either, and do no harm. */
@ExtendWith(LeavesNothingBehind.class)
class SilenceTest {
    private static final Map<String, String> SAMPLED_HEADERS =
            Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    private static TestRecording switchedOff() {
        return TestRecording.start(settings -> settings.enabled(false));
    }

    @Test
    void silentChildrenHaveTheContextOfTheirRoot() {
        try (TestRecording test = switchedOff();
                Span root = test.tracer().startSpan("root");
                Span child = test.tracer().startSpan("child");
                Span grandchild = test.tracer().startSpan("grandchild")) {
            assertThat(child.traceId()).isEqualTo(root.traceId());
            assertThat(grandchild.traceId()).isEqualTo(root.traceId());
            assertThat(test.tracer().currentContext().isSampled()).isFalse();
            assertThat(test.tracer().currentTrace().traceId()).isEqualTo(root.traceId());
            assertThat(test.tracer().currentSpan().handle()).isEqualTo(grandchild.handle());
        }
    }

    @Test
    void aStaleSilentHandleEndsNoOtherSpan() {
        try (TestRecording test = switchedOff();
                Span root = test.tracer().startSpan("root")) {
            final Span first = test.tracer().startSpan("first");
            first.close();
            final Span second = test.tracer().startSpan("second");
            first.close();
            assertThat(test.tracer().currentSpan().handle()).isEqualTo(second.handle());
            assertThat(test.recording().ignoredCalls()).isEqualTo(1);
            second.close();
            assertThat(test.tracer().currentSpan().handle()).isEqualTo(root.handle());
        }
    }

    @Test
    void silenceLastsUntilTheLastSpanOfItHasEnded() {
        try (TestRecording test = switchedOff()) {
            final Span root = test.tracer().startSpan("root");
            final Span child = test.tracer().startSpan("child");
            root.close();
            test.recording().setEnabled(true);
            test.tracer().startSpan("late child").close();
            child.close();
            test.tracer().startSpan("recorded").close();

            assertThat(test.spans()).extracting(RecordedSpan::name).containsExactly("recorded");
            assertThat(test.recording().outOfOrderEnds()).isEqualTo(1);
        }
    }

    @Test
    void aTraceFromElsewhereIsRecordedInTheMiddleOfSilence() {
        try (TestRecording test = TestRecording.start(settings -> settings.samplingRatio(0))) {
            try (Span root = test.tracer().startSpan("silent root");
                    Span child = test.tracer().startSpan("silent child");
                    Span grandchild = test.tracer().startSpan("silent grandchild")) {
                final Context remote = test.tracer().extract(SAMPLED_HEADERS, Map::get);
                try (Span span = test.tracer().spanBuilder("recorded").parent(remote).start()) {
                    test.tracer().startSpan("recorded child").close();
                    assertThat(child.traceId()).isEqualTo(root.traceId());
                    assertThat(grandchild.traceId()).isEqualTo(root.traceId());
                    assertThat(span.traceId()).isNotEqualTo(root.traceId());
                }
                try (Scope scope = remote.makeCurrent()) {
                    test.tracer().startSpan("recorded in scope").close();
                }
                assertThat(test.tracer().currentSpan().handle()).isEqualTo(grandchild.handle());
                test.tracer().startSpan("silent again").close();
            }
            assertThat(test.spans())
                    .extracting(RecordedSpan::name)
                    .containsExactly("recorded", "recorded child", "recorded in scope");
        }
    }

    @Test
    void silenceMayBeDeep() {
        try (TestRecording test = switchedOff()) {
            final Deque<Span> spans = new ArrayDeque<>();
            for (int i = 0; i < 1_000; i++) {
                spans.push(test.tracer().startSpan("deep"));
            }
            final String traceId = spans.getLast().traceId();
            assertThat(spans).allMatch(span -> span.traceId().equals(traceId));
            while (!spans.isEmpty()) {
                assertThat(test.tracer().currentSpan().handle()).isEqualTo(spans.peek().handle());
                spans.pop().close();
            }
            assertThat(test.tracer().currentContext().isPresent()).isFalse();
            assertThat(test.lines()).isEmpty();
        }
    }

    @Test
    void eachTraceThatBeginsWhileRecordingIsOffHasAnIdOfItsOwn() {
        try (TestRecording test = switchedOff()) {
            final Span first = test.tracer().startSpan("first");
            final String firstId = first.traceId();
            first.close();
            try (Span second = test.tracer().startSpan("second")) {
                assertThat(second.traceId()).isNotEqualTo(firstId);
                assertThat(first.context().isPresent()).isFalse();
            }
        }
    }

    @Test
    void aChildKeepsTheTraceOfASilentRootThatEndedBeforeIt() {
        try (TestRecording test = switchedOff()) {
            final Span root = test.tracer().startSpan("root");
            final String traceId = root.traceId();
            try (Span child = test.tracer().startSpan("child")) {
                root.close();
                assertThat(child.traceId()).isEqualTo(traceId);
                try (Span grandchild = test.tracer().startSpan("grandchild")) {
                    assertThat(grandchild.traceId()).isEqualTo(traceId);
                }
            }
        }
    }

    @Test
    void aContextFromElsewhereStandsAboveATraceThatBeganWhileRecordingWasOff() {
        try (TestRecording test = switchedOff();
                Span root = test.tracer().startSpan("silent root");
                Span child = test.tracer().startSpan("silent child")) {
            test.recording().setEnabled(true);
            final Context remote = test.tracer().extract(SAMPLED_HEADERS, Map::get);
            try (Scope scope = remote.makeCurrent()) {
                test.tracer().startSpan("recorded").close();
            }
            test.tracer().startSpan("silent").close();

            assertThat(child.traceId()).isEqualTo(root.traceId());
            assertThat(test.spans()).extracting(RecordedSpan::name).containsExactly("recorded");
        }
    }

    @Test
    void anotherThreadMayAskForTheTraceThatBeganWhileRecordingWasOff() throws Exception {
        try (TestRecording test = switchedOff();
                Span root = test.tracer().startSpan("silent root");
                Span child = test.tracer().startSpan("silent child")) {
            final String[] asked = new String[1];
            final Thread thread = new Thread(() -> asked[0] = child.traceId());
            thread.start();
            thread.join();

            assertThat(asked[0]).isEqualTo(root.traceId());
        }
    }

    @Test
    void onAThreadWhoseStackIsEmptyRecordingBeginsAsSoonAsItIsSwitchedOn() {
        try (TestRecording test = switchedOff()) {
            test.tracer().startSpan("silent").close();
            test.recording().setEnabled(true);
            test.tracer().startSpan("recorded").close();
            test.recording().setEnabled(false);
            test.tracer().startSpan("silent again").close();

            assertThat(test.spans()).extracting(RecordedSpan::name).containsExactly("recorded");
        }
    }
}
