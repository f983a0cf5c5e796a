package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.SpanStatus;
import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.TestRecording;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After its end every call on a span is ignored and counted, and no other span is touched. */
@ExtendWith(LeavesNothingBehind.class)
class StaleHandleTest {
    private final TestRecording test = TestRecording.start();
    private final Tracer tracer = test.tracer();

    @AfterEach
    void close() {
        test.close();
    }

    static List<Consumer<OpenSpan<?>>> calls() {
        return List.of(
                span -> span.setAttribute("key", 1L),
                span -> span.setAttribute("key", 1.5),
                span -> span.setAttribute("key", true),
                span -> span.setAttribute("key", "text"),
                span -> span.setAttribute("key", (String) null),
                span -> span.setAttribute("key", "x".repeat(300)),
                span -> span.setAttribute("key", List.of(1)),
                span -> span.setAttributes(Map.of("key", 1)),
                span -> span.setInputs(Map.of("x", 1)),
                span -> span.setOutputs("y"),
                span -> span.setType("TOOL"),
                span -> span.setName("name"),
                span -> span.addEvent("event"),
                span -> span.addEvent("event", Map.of("key", 1)),
                span -> span.setStatus(SpanStatus.OK),
                span -> span.addLink(span.context(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallAfterTheEndIsIgnoredAndCounted(final Consumer<OpenSpan<?>> call) {
        final Span span = tracer.startSpan("ended");
        span.close();
        final Span next = tracer.startSpan("next in the same slot");
        call.accept(span);
        next.close();

        assertThat(test.lines())
                .containsExactly(
                        "#1 root \"ended\"",
                        "#1 end",
                        "#2 root \"next in the same slot\"",
                        "#2 end");
        assertThat(test.recording().ignoredCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallOnADetachedSpanAfterItsEndIsIgnoredAndCounted(final Consumer<OpenSpan<?>> call) {
        final DetachedSpan span = tracer.startDetachedSpan("ended");
        span.close();
        call.accept(span);

        assertThat(test.lines()).hasSize(2);
        assertThat(test.recording().ignoredCalls()).isEqualTo(1);
    }

    @Test
    void aSecondCloseIsIgnoredAndCounted() {
        final Span span = tracer.startSpan("span");
        span.close();
        final Span next = tracer.startSpan("next");
        span.close();
        span.end();

        assertThat(next.isRecording()).isTrue();
        next.close();
        assertThat(test.recording().ignoredCalls()).isEqualTo(2);
        assertThat(test.recording().outOfOrderEnds()).isZero();
    }

    @Test
    void aHandleIsStaleOnAnyOtherThread() throws InterruptedException {
        final SpanHandles handles = tracer.handles();
        final long handle = handles.start(tracer.symbol("mine"));
        final boolean[] recording = new boolean[1];
        final Thread thread =
                new Thread(
                        () -> {
                            final long own = handles.start(tracer.symbol("other"));
                            recording[0] = handles.isRecording(handle);
                            handles.setAttribute(handle, tracer.symbol("key"), 1);
                            handles.end(handle);
                            handles.end(own);
                        });
        thread.start();
        thread.join();
        handles.end(handle);

        assertThat(recording[0]).isFalse();
        assertThat(test.recording().ignoredCalls()).isEqualTo(2);
        assertThat(test.lines()).noneMatch(line -> line.contains("key"));
    }

    @Test
    void aHandleOfASpanThatIsNotRecordedNamesNoneOfAnotherThread() throws InterruptedException {
        test.recording().setEnabled(false);
        final SpanHandles handles = tracer.handles();
        final long mine = handles.start(tracer.symbol("silent"));
        final long[] depths = new long[2];
        final Thread thread =
                new Thread(
                        () -> {
                            final long own = handles.start(tracer.symbol("silent too"));
                            handles.end(mine);
                            depths[0] = test.recording().ignoredCalls();
                            handles.end(own);
                            depths[1] = test.recording().ignoredCalls();
                        });
        thread.start();
        thread.join();
        handles.end(mine);

        assertThat(depths).containsExactly(1, 1);
        assertThat(test.recording().ignoredCalls()).isEqualTo(1);
    }

    @Test
    void aSpanClosedOnAnotherThreadStaysOpen() throws InterruptedException {
        final Span span = tracer.startSpan("span");
        final Thread thread = new Thread(span::close);
        thread.start();
        thread.join();

        assertThat(span.isRecording()).isTrue();
        assertThat(test.recording().ignoredCalls()).isEqualTo(1);
        span.close();
        assertThat(test.lines()).containsExactly("#1 root \"span\"", "#1 end");
    }

    @Test
    void anEndGivenOnAnotherThreadIsNotRecorded() throws InterruptedException {
        final Span span = tracer.startSpan("span");
        final Thread thread = new Thread(() -> span.endAt(5));
        thread.start();
        thread.join();
        span.close();

        assertThat(test.lines()).containsExactly("#1 root \"span\"", "#1 end");
    }

    @Test
    void theContextOfAnEndedSpanIsItsOwnOrNone() {
        final Span first = tracer.startSpan("first");
        final String id = first.spanId();
        first.close();
        assertThat(first.context().spanId()).isEqualTo(id);
        final Span second = tracer.startSpan("second in the same slot");

        assertThat(first.context().isPresent()).isFalse();
        second.close();
    }

    @Test
    void aScopeClosedTwiceEndsNoOther() {
        try (Span root = tracer.startSpan("root")) {
            final Scope scope = tracer.currentContext().makeCurrent();
            scope.close();
            scope.close();
            assertThat(tracer.currentSpan().isRecording()).isTrue();
        }
        assertThat(test.recording().ignoredCalls()).isEqualTo(1);
    }

    @Test
    void closingTheCurrentSpanDoesNotEndAContext() {
        final Context remote =
                tracer.extract(
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        (carrier, key) -> "traceparent".equals(key) ? carrier : null);
        try (Scope scope = remote.makeCurrent()) {
            tracer.currentSpan().close();
            tracer.startSpan("child").close();
        }

        assertThat(test.lines())
                .contains(
                        "#1 in 0af7651916cd43dd8448eb211c80319c below b7ad6b7169203331 \"child\"");
        assertThat(test.recording().ignoredCalls()).isZero();
    }
}
