package io.hotspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.journal.JournalException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final StringWriter err = new StringWriter();
    private final Failures failures = failures(false);

    @Test
    void aJournalsMessageGetsALink() {
        assertThat(failures.onFailure(new JournalException("no such directory: /x")))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err)
                .hasToString(
                        "hotspan: no such directory: /x"
                                + " (docs/troubleshooting.md#a-journal-that-cannot-be-read)\n");
    }

    @Test
    void aMessageWithALinkGetsNoOther() {
        failures.onFailure(new JournalException("no (docs/troubleshooting.md#missing)"));
        assertThat(err).hasToString("hotspan: no (docs/troubleshooting.md#missing)\n");
    }

    @Test
    void memoryThatIsNotEnoughHasAWayOut() {
        failures.onFailure(new OutOfMemoryError("Java heap space"));
        assertThat(err.toString())
                .startsWith("hotspan: not enough memory (Java heap space); ")
                .contains("HOTSPAN_JAVA_OPTS=-Xmx4g")
                .hasLineCount(1);
    }

    @Test
    void aFaultIsOneLine() {
        failures.onFailure(new IllegalStateException("two\nlines"));
        assertThat(err.toString())
                .startsWith(
                        "hotspan: this is a fault of Hotspan: java.lang.IllegalStateException:"
                                + " two\\nlines; ")
                .hasLineCount(1);
    }

    @Test
    void stackTracesAreForThoseWhoAsk() {
        failures(true).onFailure(new IllegalStateException("x"));
        assertThat(err.toString()).contains("\tat " + FailuresTest.class.getName());
    }

    private Failures failures(final boolean isDebug) {
        return new Failures(CommandRun.output(new StringWriter(), err, CommandRun.PIPE, isDebug));
    }
}
