package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.RecordedSpan;
import io.hotspan.testing.TestRecording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole traces are recorded or none of it, and recording can be switched off. */
@ExtendWith(LeavesNothingBehind.class)
class SamplingTest {
    private static final int ROOTS = 5_000;
    private static final int CHILDREN = 5;

    private static TestRecording sampling(final double ratio) {
        return TestRecording.start(
                settings -> settings.samplingRatio(ratio).ringCapacityBytes(1 << 22));
    }

    private static void recordTraces(final Tracer tracer) {
        for (int i = 0; i < ROOTS; i++) {
            try (Span root = tracer.startSpan("root")) {
                for (int j = 0; j < CHILDREN; j++) {
                    tracer.startSpan("child").close();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.1, 0.5, 1.0})
    void aShareOfTheTracesIsRecordedAndEachOfThemWhole(final double ratio) {
        try (TestRecording test = sampling(ratio)) {
            recordTraces(test.tracer());

            final List<RecordedSpan> spans = test.spans();
            final long roots = spans.stream().filter(RecordedSpan::isRoot).count();
            final double deviation = 5 * Math.sqrt(ROOTS * ratio * (1 - ratio)); // 1 in a million
            assertThat((double) roots)
                    .isBetween(ROOTS * ratio - deviation, ROOTS * ratio + deviation);
            assertThat(spans).hasSize((int) roots * (1 + CHILDREN)).allMatch(RecordedSpan::isEnded);
            final Map<Long, Integer> spansOfTraces = new HashMap<>();
            spans.forEach(span -> spansOfTraces.merge(span.traceLow(), 1, Integer::sum));
            assertThat(spansOfTraces.values()).allMatch(count -> count == 1 + CHILDREN);
            assertThat(test.sink().counters().values())
                    .allMatch(counters -> counters.lostSpans() == 0);
        }
    }

    @Test
    void detachedRootsAreSampledToo() {
        try (TestRecording test = sampling(0.5)) {
            int recording = 0;
            for (int i = 0; i < 1_000; i++) {
                try (DetachedSpan root = test.tracer().startDetachedSpan("root");
                        DetachedSpan child =
                                test.tracer().spanBuilder("child").parent(root).startDetached();
                        Span here = test.tracer().spanBuilder("here").parent(child).start()) {
                    assertThat(child.isRecording()).isEqualTo(root.isRecording());
                    assertThat(here.isRecording()).isEqualTo(root.isRecording());
                    recording += root.isRecording() ? 1 : 0;
                }
            }
            assertThat(recording).isBetween(400, 600);
            assertThat(test.spans()).hasSize(3 * recording);
            assertThat(RecordedSpan.orphans(test.spans())).isEmpty();
        }
    }

    @Test
    void theDecisionFollowsFromTheTraceId() {
        try (TestRecording all = sampling(1);
                TestRecording half = sampling(0.5)) {
            for (int i = 0; i < 100; i++) {
                half.tracer().startSpan("root").close();
            }
            assertThat(half.spans()).allMatch(span -> half.recording().isEnabled());
            assertThat(half.spans())
                    .isNotEmpty()
                    .allMatch(span -> span.traceLow() >>> 1 < Long.MAX_VALUE / 2);
            assertThat(all.spans()).isEmpty();
        }
    }

    @Test
    void aSilentSpanHasAContextThatSilencesWhatHangsOnIt() {
        try (TestRecording test = sampling(0)) {
            try (Span root = test.tracer().startSpan("silent")) {
                assertThat(root.isRecording()).isFalse();
                assertThat(root.context().isPresent()).isTrue();
                assertThat(root.context().isSampled()).isFalse();
                assertThat(root.traceId()).matches("tr-[0-9a-f]{32}");
                test.tracer().spanBuilder("child").parent(root).startDetached().close();
                test.tracer().currentTrace().setTag("key", "value");
            }
            assertThat(test.lines()).isEmpty();
            assertThat(test.recording().ignoredCalls()).isZero();
        }
    }

    @Test
    void twoSilentTracesHaveDifferentIds() {
        try (TestRecording test = sampling(0);
                Span one = test.tracer().startSpan("one");
                Span two = test.tracer().spanBuilder("two").root().start()) {
            assertThat(one.traceId()).isNotEqualTo(two.traceId());
            assertThat(one.spanId()).isNotEqualTo("0".repeat(16));
        }
    }

    @Test
    void switchedOffNothingIsRecorded() {
        try (TestRecording test = TestRecording.start(settings -> settings.enabled(false))) {
            try (Span root = test.tracer().startSpan("silent")) {
                root.setAttribute("key", 1).addEvent("event").setStatus("ERROR");
                test.tracer().startSpan("child").close();
                test.tracer().startDetachedSpan("detached").close();
                assertThat(test.tracer().trace("block", (Span span) -> 3)).isEqualTo(3);
            }
            assertThat(test.lines()).isEmpty();
            assertThat(test.recording().isEnabled()).isFalse();
        }
    }

    @Test
    void switchingAffectsTheTracesThatBeginLater() {
        try (TestRecording test = TestRecording.start()) {
            try (Span recorded = test.tracer().startSpan("recorded")) {
                test.recording().setEnabled(false);
                test.tracer().startSpan("its child").close();
            }
            try (Span silent = test.tracer().startSpan("silent")) {
                test.recording().setEnabled(true);
                test.tracer().startSpan("silent child").close();
            }
            test.tracer().startSpan("recorded again").close();

            assertThat(test.spans())
                    .extracting(RecordedSpan::name)
                    .containsExactly("recorded", "its child", "recorded again");
        }
    }
}
