package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.JournalFixture;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.StatusCode;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.TraceState;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.SpanBlock;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a span went, in the block form and by hand. */
class StatusContractTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    @Test
    void aBlockReturnsItsValue() throws IOException {
        final int six =
                journal.tracer()
                        .trace(
                                "block",
                                span -> {
                                    return six();
                                });

        assertThat(six).isEqualTo(6);
        assertThat(journal.replayedTree()).isEqualTo("block OK\n");
    }

    private static int six() throws IOException {
        return 6;
    }

    @Test
    void aBlockThatReturnsIsOkAlthoughAnErrorWasSetInside() {
        journal.tracer()
                .trace(
                        "block",
                        span -> {
                            span.setStatus(SpanStatus.error("set inside"));
                        });

        final SpanData span = journal.replayedSpan("block");
        assertThat(span.status()).isEqualTo(SpanStatus.OK);
        assertThat(journal.replayed().state()).isEqualTo(TraceState.OK);
    }

    @Test
    void aBlockThatThrowsIsAnErrorAlthoughOkWasSetInside() {
        final IOException thrown = new IOException("no disk");

        assertThatThrownBy(() -> journal.tracer().trace("block", failing(thrown))).isSameAs(thrown);

        final SpanData span = journal.replayedSpan("block");
        assertThat(span.status()).isEqualTo(SpanStatus.error("IOException: no disk"));
        assertThat(journal.replayed().state()).isEqualTo(TraceState.ERROR);
        assertThat(thrown.getSuppressed()).isEmpty();
    }

    private static SpanBlock<IOException> failing(final IOException thrown) {
        return span -> {
            span.setStatus("OK");
            throw thrown;
        };
    }

    private static <E extends Throwable> SpanBlock<E> throwing(final E thrown) {
        return span -> {
            throw thrown;
        };
    }

    @Test
    void anExceptionThroughThreeLevelsIsAnEventAndAnErrorOnEach() {
        final IllegalStateException thrown = new IllegalStateException("deep");

        assertThatThrownBy(() -> nested(1, thrown)).isSameAs(thrown);

        assertThat(journal.replayedTree())
                .isEqualTo(
                        """
                        level1 ERROR IllegalStateException: deep
                          level2 ERROR IllegalStateException: deep
                            level3 ERROR IllegalStateException: deep
                        """);
        assertThat(journal.replayed().spans())
                .allSatisfy(
                        span -> {
                            assertThat(span.events()).hasSize(1);
                            final SpanEvent event = span.events().get(0);
                            assertThat(event.name()).isEqualTo("exception");
                            assertThat(event.attributes().get("exception.message"))
                                    .isEqualTo("deep");
                            assertThat(event.attributes().get("exception.type"))
                                    .isEqualTo("IllegalStateException");
                            assertThat((String) event.attributes().get("exception.stacktrace"))
                                    .contains("StatusContractTest");
                        });
    }

    private void nested(final int level, final RuntimeException thrown) {
        journal.tracer()
                .trace(
                        "level" + level,
                        span -> {
                            if (level == 3) {
                                throw thrown;
                            }
                            nested(level + 1, thrown);
                        });
    }

    @Test
    void anErrorOfTheJvmIsRecordedAndPassesThrough() {
        final AssertionError thrown = new AssertionError("assert");

        assertThatThrownBy(() -> journal.tracer().trace("block", throwing(thrown)))
                .isSameAs(thrown);

        assertThat(journal.replayedTree()).isEqualTo("block ERROR AssertionError: assert\n");
    }

    @Test
    void aChildsErrorThatItsParentCatchesLeavesParentAndTraceOk() {
        journal.tracer()
                .trace(
                        "parent",
                        parent -> {
                            try {
                                journal.tracer().trace("child", failing(new IOException("caught")));
                            } catch (final IOException e) {
                                parent.setAttribute("fallback", true);
                            }
                        });

        assertThat(journal.replayedTree())
                .isEqualTo("parent OK\n  child ERROR IOException: caught\n");
        assertThat(journal.replayed().state()).isEqualTo(TraceState.OK);
    }

    @Test
    void byHandAnUnsetStatusBecomesOk() {
        journal.tracer().startSpan("hand").close();

        assertThat(journal.replayedSpan("hand").status()).isEqualTo(SpanStatus.OK);
    }

    @Test
    void byHandAnErrorStandsAfterANormalReturn() {
        try (Span span = journal.tracer().startSpan("hand")) {
            span.setStatus(SpanStatus.error("by hand"));
        }

        assertThat(journal.replayedSpan("hand").status()).isEqualTo(SpanStatus.error("by hand"));
        assertThat(journal.replayed().state()).isEqualTo(TraceState.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"OK,ERROR,ERROR", "ERROR,OK,OK", "ERROR,UNSET,OK", "OK,STATUS_CODE_ERROR,ERROR"})
    void byHandTheLastStatusHolds(final String first, final String last, final StatusCode shown) {
        try (Span span = journal.tracer().startSpan("hand")) {
            span.setStatus(first).setStatus(last);
        }

        assertThat(journal.replayedSpan("hand").status().code()).isEqualTo(shown);
    }

    @Test
    void byHandAnExceptionIsRecordedAsEventAndError() {
        try (Span span = journal.tracer().startSpan("hand")) {
            span.recordException(new IOException("first"));
        }

        final SpanData span = journal.replayedSpan("hand");
        assertThat(span.status()).isEqualTo(SpanStatus.error("IOException: first"));
        assertThat(span.events()).extracting(SpanEvent::name).containsExactly("exception");
    }

    @Test
    void aStackTraceTellsOfCausesAndSuppressedExceptions() {
        final Exception thrown = new IOException("outer", new IllegalStateException("the cause"));
        thrown.addSuppressed(new RuntimeException("suppressed one"));
        try (Span span = journal.tracer().startSpan("hand")) {
            span.addEvent(SpanEvent.fromException(thrown));
        }

        final SpanData span = journal.replayedSpan("hand");
        assertThat((String) span.events().get(0).attributes().get("exception.stacktrace"))
                .contains("java.io.IOException: outer")
                .contains("Caused by: java.lang.IllegalStateException: the cause")
                .contains("Suppressed: java.lang.RuntimeException: suppressed one");
        assertThat(span.status()).isEqualTo(SpanStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "Error", "FINE", "STATUS_CODE_", "STATUS_CODE_ok"})
    void aStatusOfAnotherNameIsRefusedWithTheListOfThoseThereAre(final String name) {
        try (Span span = journal.tracer().startSpan("hand")) {
            span.setStatus("ERROR");
            assertThatThrownBy(() -> span.setStatus(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + name + "\"")
                    .hasMessageContaining("UNSET, OK, ERROR")
                    .hasMessageContaining("STATUS_CODE_");
        }

        assertThat(journal.replayedSpan("hand").status().code()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void anExceptionWhoseMethodsThrowPassesThroughToo() {
        final RuntimeException thrown =
                new RuntimeException() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no message");
                    }
                };

        assertThatThrownBy(() -> journal.tracer().trace("block", throwing(thrown)))
                .isSameAs(thrown);

        assertThat(journal.replayedSpan("block").status().code()).isEqualTo(StatusCode.ERROR);
    }
}
