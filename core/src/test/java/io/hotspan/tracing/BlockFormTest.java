package io.hotspan.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.model.SpanStatus;
import io.hotspan.testing.LeavesNothingBehind;
import io.hotspan.testing.TestRecording;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How spans end, in blocks and by hand. */
@ExtendWith(LeavesNothingBehind.class)
class BlockFormTest {
    private final TestRecording test = TestRecording.start();
    private final Tracer tracer = test.tracer();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aBlockReturnsItsValueAndItsSpanIsOk() {
        final int result =
                tracer.trace(
                        "block",
                        span -> {
                            span.setAttribute("key", 1);
                            return 42;
                        });

        assertThat(result).isEqualTo(42);
        assertThat(test.lines()).containsExactly("#1 root \"block\"", "#1 key=1", "#1 end ok");
    }

    @Test
    void aBlockWithoutAValueRunsInItsSpan() {
        tracer.trace(
                "block",
                "TOOL",
                span -> {
                    span.setAttribute("key", 1);
                });
        assertThat(test.lines())
                .containsExactly("#1 root \"block\" :TOOL", "#1 key=1", "#1 end ok");
    }

    @Test
    void aBuildersBlockDoesTheSame() {
        final String result =
                tracer.spanBuilder("block")
                        .type("LLM")
                        .inputs(List.of(1))
                        .attribute("key", null)
                        .startTime(7)
                        .trace(span -> "value");

        assertThat(result).isEqualTo("value");
        assertThat(test.lines())
                .containsExactly(
                        "#1 root \"block\" :LLM",
                        "#1 started at 7",
                        "#1 mlflow.spanInputs=[1]",
                        "#1 key=null",
                        "#1 end ok");
    }

    @Test
    void aNormalReturnIsOkWhateverWasSetInside() {
        tracer.trace(
                "block",
                span -> {
                    span.setStatus(SpanStatus.error("not really"));
                });
        assertThat(test.lines()).endsWith("#1 status ERROR \"not really\"", "#1 end ok");
    }

    @Test
    void aCheckedExceptionPassesThroughUnchanged() {
        final IOException mine = new IOException("disk");
        assertThatThrownBy(
                        () ->
                                tracer.trace(
                                        "block",
                                        (Span span) -> {
                                            throw mine;
                                        }))
                .isSameAs(mine);
    }

    @Test
    void whatABlockThrowsIsAnEventAndAnErrorOnEachSpanItPasses() {
        final IllegalStateException mine = new IllegalStateException("bad");
        assertThatThrownBy(
                        () ->
                                tracer.trace(
                                        "outer",
                                        (Span outer) ->
                                                tracer.trace(
                                                        "inner",
                                                        (Span inner) -> {
                                                            throw mine;
                                                        })))
                .isSameAs(mine);

        final List<String> lines = test.lines();
        assertThat(lines)
                .filteredOn(line -> line.contains("event \"exception\""))
                .hasSize(2)
                .allMatch(line -> line.contains("exception.message=bad"))
                .allMatch(line -> line.contains("exception.type=IllegalStateException"));
        assertThat(lines)
                .contains(
                        "#1 status ERROR \"IllegalStateException: bad\"",
                        "#2 status ERROR \"IllegalStateException: bad\"",
                        "#1 end",
                        "#2 end");
    }

    @Test
    void anErrorThatABlockThrowsIsRecordedToo() {
        final AssertionError mine = new AssertionError("broken");
        assertThatThrownBy(
                        () ->
                                tracer.trace(
                                        "block",
                                        (Span span) -> {
                                            throw mine;
                                        }))
                .isSameAs(mine);
        assertThat(test.lines()).contains("#1 status ERROR \"AssertionError: broken\"", "#1 end");
    }

    @Test
    void anExceptionWhoseMethodsThrowPassesThroughUnchanged() {
        final RuntimeException hostile =
                new RuntimeException() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() {
                        throw new StackOverflowError();
                    }

                    @Override
                    public void printStackTrace(final java.io.PrintWriter writer) {
                        throw new OutOfMemoryError("not really");
                    }
                };
        assertThatThrownBy(
                        () ->
                                tracer.trace(
                                        "block",
                                        (Span span) -> {
                                            throw hostile;
                                        }))
                .isSameAs(hostile);
        assertThat(test.lines()).last().isEqualTo("#1 end");
        assertThat(test.lines()).anyMatch(line -> line.contains("printStackTrace() threw"));
    }

    @Test
    void anExceptionWithTenThousandCausesIsRecorded() {
        RuntimeException deep = new RuntimeException("innermost");
        for (int i = 0; i < 10_000; i++) {
            deep = new RuntimeException("level", deep);
        }
        try (Span span = tracer.startSpan("span")) {
            span.recordException(deep);
        }
        assertThat(test.lines()).contains("#1 status ERROR \"RuntimeException: level\"", "#1 end");
    }

    @Test
    void aChildsErrorThatTheParentCatchesLeavesTheParentOk() {
        tracer.trace(
                "parent",
                (Span parent) -> {
                    try {
                        tracer.trace(
                                "child",
                                (Span child) -> {
                                    throw new IllegalStateException("caught");
                                });
                    } catch (final IllegalStateException e) {
                        parent.setAttribute("caught", true);
                    }
                });
        assertThat(test.lines())
                .noneMatch(line -> line.startsWith("#1 status"))
                .endsWith("#1 caught=true", "#1 end ok");
    }

    @Test
    void byHandAnExplicitStatusStands() {
        try (Span span = tracer.startSpan("span")) {
            span.setStatus("STATUS_CODE_ERROR").setStatus("OK");
        }
        assertThat(test.lines())
                .containsExactly(
                        "#1 root \"span\"", "#1 status ERROR \"\"", "#1 status OK \"\"", "#1 end");
    }

    @Test
    void anUnknownStatusIsRefusedWithTheListOfThoseAllowed() {
        try (Span span = tracer.startSpan("span")) {
            assertThatThrownBy(() -> span.setStatus("FINE"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("FINE")
                    .hasMessageContaining("UNSET, OK, ERROR");
        }
    }

    @Test
    void aSpanClosedInItsBlockIsNotClosedAgain() {
        tracer.trace(
                "block",
                span -> {
                    span.close();
                });
        assertThat(test.lines()).containsExactly("#1 root \"block\"", "#1 end");
        assertThat(test.recording().ignoredCalls()).isEqualTo(1);
    }

    @Test
    void aSpanMayEndAtATimeOfTheProgramsChoosing() {
        tracer.startSpan("span").endAt(99);
        tracer.startDetachedSpan("detached").endAt(100);

        assertThat(test.lines()).contains("#1 ended at 99", "#1 ended at 100");
    }
}
