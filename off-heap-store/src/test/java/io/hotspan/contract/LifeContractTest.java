package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.JournalFixture;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.TraceState;
import io.hotspan.tracing.Context;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.OpenSpan;
import io.hotspan.tracing.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a span's start to its end, and beyond. */
class LifeContractTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    static Stream<Consumer<OpenSpan<?>>> calls() {
        return Stream.of(
                span -> span.setAttribute("k", "text"),
                span -> span.setAttribute("k", 1L),
                span -> span.setAttribute("k", 1.5),
                span -> span.setAttribute("k", true),
                span -> span.setAttribute("k", new long[] {1}),
                span -> span.setAttributes(Map.of("k", 1)),
                span -> span.setInputs("in"),
                span -> span.setOutputs("out"),
                span -> span.setType("TOOL"),
                span -> span.setName("other"),
                span -> span.addEvent("event"),
                span -> span.addEvent("event", Map.of("k", 1)),
                span -> span.addEvent(SpanEvent.at("event", 1, Map.of())),
                span -> span.recordException(new RuntimeException("late")),
                span -> span.setStatus(SpanStatus.error("late")),
                span -> span.setStatus("ERROR"),
                span -> span.addLink(span.context()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallAfterTheEndIsIgnoredAndCounted(final Consumer<OpenSpan<?>> call) {
        final Span span = journal.tracer().startSpan("span");
        span.close();
        final DetachedSpan detached =
                journal.tracer().spanBuilder("detached").root().startDetached();
        detached.close();
        final long before = journal.hotspan().recording().ignoredCalls();

        call.accept(span);
        call.accept(detached);

        assertThat(journal.hotspan().recording().ignoredCalls()).isGreaterThanOrEqualTo(before + 2);
        assertThat(journal.replayedAll()).hasSize(2).allMatch(trace -> trace.spans().size() == 1);
        assertThat(journal.replayedAll())
                .extracting(trace -> bare(trace.root()))
                .containsExactly(
                        "span UNKNOWN OK {} [] [] null", "detached UNKNOWN OK {} [] [] null");
    }

    private static String bare(final SpanData span) {
        return span.name()
                + " "
                + span.type()
                + " "
                + span.status().code()
                + " "
                + span.attributes()
                + " "
                + span.events()
                + " "
                + span.links()
                + " "
                + span.inputs();
    }

    @Test
    void aStaleHandleTouchesNoOtherSpan() {
        final Span stale = journal.tracer().startSpan("first");
        stale.close();
        try (Span second = journal.tracer().startSpan("second")) {
            stale.setAttribute("k", 1).setStatus("ERROR");
            stale.close();
            assertThat(second.isRecording()).isTrue();
        }

        final SpanData second = journal.replayedAll().get(1).root();
        assertThat(second.name()).isEqualTo("second");
        assertThat(second.attributes()).isEmpty();
        assertThat(second.status()).isEqualTo(SpanStatus.OK);
    }

    @Test
    void anEndedSpanIsEndedOnce() {
        final Span span = journal.tracer().startSpan("span");
        span.close();
        span.end();
        span.endAt(5);

        assertThat(journal.replayed().spans()).hasSize(1);
        assertThat(journal.replayedSpan("span").durationNanos()).isNotNegative();
        assertThat(journal.hotspan().recording().ignoredCalls()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aDetachedSpanMayEndOnAnotherThread() throws Exception {
        final DetachedSpan span = journal.tracer().startDetachedSpan("detached");
        final Thread other =
                new Thread(() -> span.setOutputs("from another thread").end(), "other");
        other.start();
        other.join();

        final SpanData replayed = journal.replayedSpan("detached");
        assertThat(replayed.isOpen()).isFalse();
        assertThat(replayed.outputs()).isEqualTo("from another thread");
    }

    @Test
    void aDetachedSpanIsNeverCurrent() {
        try (DetachedSpan detached = journal.tracer().startDetachedSpan("detached")) {
            journal.tracer().startSpan("apart").close();
        }

        assertThat(journal.replayedAll()).hasSize(2);
    }

    @Test
    void aSpanMayStartAfterItsRootEnded() {
        final Context context;
        try (Span root = journal.tracer().startSpan("root")) {
            context = root.context();
        }
        context.wrap(() -> journal.tracer().startSpan("late").close()).run();

        assertThat(journal.replayedTree()).isEqualTo("root OK\n  late OK\n");
    }

    @Test
    void aSpanMayEndAfterItsRoot() {
        final Span root = journal.tracer().startSpan("root");
        final Span child = journal.tracer().startSpan("child");
        root.close();
        child.setAttribute("after", "the root's end");
        child.close();

        assertThat(journal.replayedTree()).isEqualTo("root OK\n  child OK\n");
        assertThat(journal.replayedSpan("child").attributes()).containsKey("after");
    }

    @Test
    void aSpanThatNeverEndsIsThereWithWhatItHad() {
        final Span span = journal.tracer().startSpan("endless", "AGENT");
        span.setInputs("in").setAttribute("k", 1).addEvent("began");

        final SpanData replayed = journal.replayedSpan("endless");
        assertThat(replayed.isOpen()).isTrue();
        assertThat(replayed.type()).isEqualTo("AGENT");
        assertThat(replayed.inputs()).isEqualTo("in");
        assertThat(replayed.attributes()).containsEntry("k", 1L);
        assertThat(replayed.events()).extracting(SpanEvent::name).containsExactly("began");
        assertThat(journal.replayedTree()).isEqualTo("endless IN_PROGRESS\n");
        assertThat(journal.replayed().state()).isEqualTo(TraceState.IN_PROGRESS);
        span.close();
    }

    @Test
    void theLastWriteWins() {
        try (Span span = journal.tracer().startSpan("first", "LLM")) {
            span.setName("second").setType("TOOL").setInputs(1).setInputs(2).setOutputs(3);
            span.setOutputs("4")
                    .setAttribute("k", 1)
                    .setAttribute("other", 0)
                    .setAttribute("k", "x");
        }

        final SpanData span = journal.replayedSpan("second");
        assertThat(span.type()).isEqualTo("TOOL");
        assertThat(span.inputs()).isEqualTo(2L);
        assertThat(span.outputs()).isEqualTo("4");
        assertThat(span.attributes()).containsExactly(Map.entry("k", "x"), Map.entry("other", 0L));
        assertThat(journal.replayed().info().tags()).containsEntry("mlflow.traceName", "second");
    }

    @Test
    void nullOutputsAreOutputs() {
        try (Span span = journal.tracer().startSpan("nulls")) {
            span.setOutputs("something").setOutputs(null).setAttribute("nothing", null);
        }

        final SpanData span = journal.replayedSpan("nulls");
        assertThat(span.hasOutputs()).isTrue();
        assertThat(span.outputs()).isNull();
        assertThat(span.attributes()).containsEntry("nothing", null);
        assertThat(journal.replayed().toJson()).contains("\"mlflow.spanOutputs\": \"null\"");
    }

    @Test
    void textBeyondAsciiIsKeptAsItIs() {
        try (Span span = journal.tracer().startSpan("日本語 🎉", "é")) {
            span.setAttribute("größe", "Straße 日本 🎉").addEvent("événement");
        }

        final SpanData span = journal.replayedSpan("日本語 🎉");
        assertThat(span.attributes()).containsEntry("größe", "Straße 日本 🎉");
        assertThat(span.events().get(0).name()).isEqualTo("événement");
        assertThat(journal.replayed().toJson()).contains("Straße 日本 🎉");
    }

    @Test
    void aValueIsTakenAsItIsAtTheCall() {
        final List<Object> items = new ArrayList<>(List.of(1));
        final Map<String, Object> attributes = new LinkedHashMap<>(Map.of("k", items));
        try (Span span = journal.tracer().startSpan("snapshot")) {
            span.setInputs(items).setAttributes(attributes).addEvent("event", attributes);
            items.add(2);
            attributes.clear();
        }

        final SpanData span = journal.replayedSpan("snapshot");
        assertThat(span.inputs()).isEqualTo(List.of(1L));
        assertThat(span.attributes()).isEqualTo(Map.of("k", List.of(1L)));
        assertThat(span.events().get(0).attributes().get("k")).isEqualTo(List.of(1L));
    }

    @Test
    void eventsKeepTheirOrderAndTheTimesTheyWereGiven() {
        try (Span span = journal.tracer().startSpan("events")) {
            span.addEvent(
                    SpanEvent.at(
                            "second by time", 1_761_106_494_524_157_001L, Map.of("score", 0.5)));
            span.addEvent(SpanEvent.at("first by time", 1_761_106_494_524_157_000L, Map.of()));
            span.addEvent("now", Map.of("rows", 7));
        }

        final SpanData span = journal.replayedSpan("events");
        assertThat(span.events())
                .extracting(SpanEvent::name)
                .containsExactly("second by time", "first by time", "now");
        assertThat(span.events().get(0).epochNanos()).isEqualTo(1_761_106_494_524_157_001L);
        assertThat(span.events().get(0).attributes().get("score")).isEqualTo(0.5);
        assertThat(span.events().get(1).epochNanos()).isEqualTo(1_761_106_494_524_157_000L);
        assertThat(span.events().get(2).epochNanos())
                .isBetween(span.startEpochNanos(), span.endEpochNanos());
    }

    @Test
    void nothingIsCutBeyond128AttributesAndEvents() {
        try (Span span = journal.tracer().startSpan("many")) {
            IntStream.range(0, 1_000).forEach(i -> span.setAttribute("k" + i, i).addEvent("e" + i));
        }

        final SpanData span = journal.replayedSpan("many");
        assertThat(span.attributes()).hasSize(1_000);
        assertThat(span.events()).hasSize(1_000);
        assertThat(span.droppedRecords()).isZero();
    }

    @Test
    void nullsWhereSomethingIsMeantBreakNothing() {
        try (Span span = journal.tracer().startSpan((String) null)) {
            span.setAttribute(null, 1).setAttributes(null).setType(null).addEvent((String) null);
            span.addEvent((SpanEvent) null).recordException(null).setStatus((SpanStatus) null);
            span.addLink(null).setStatus((String) null);
            journal.tracer()
                    .currentTrace()
                    .setTag(null, "t")
                    .setMetadata(null, "m")
                    .setMetadata("none", null)
                    .setSessionId(null)
                    .setUserId(null);
        }

        final SpanData span = journal.replayedSpan("null");
        assertThat(bare(span)).startsWith("null UNKNOWN OK {null=1} [SpanEvent[name=null,");
        assertThat(journal.hotspan().recording().ignoredCalls()).isEqualTo(5);
        assertThat(journal.replayed().info().tags()).containsEntry("null", "t");
        assertThat(journal.replayed().info().metadata())
                .containsEntry("null", "m")
                .doesNotContainKeys("none", "mlflow.trace.session", "mlflow.trace.user");
    }

    @Test
    void idsAreNeverZeroAndShownInLowerCaseHex() {
        for (int i = 0; i < 100; i++) {
            try (Span span = journal.tracer().startSpan("span")) {
                assertThat(span.traceId())
                        .matches("tr-[0-9a-f]{32}")
                        .isNotEqualTo("tr-" + "0".repeat(32));
                assertThat(span.spanId()).matches("[0-9a-f]{16}").isNotEqualTo("0".repeat(16));
            }
        }

        assertThat(journal.replayedAll()).hasSize(100);
    }
}
