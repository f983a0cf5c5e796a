package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.TraceId;
import io.hotspan.replay.Replay;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportCommandTest {
    @TempDir Path scratch;
    private Path journal;
    private TraceId slowest;
    private TraceId failed;

    @BeforeEach
    void writeJournal() {
        journal = scratch.resolve("journal");
        try (TestJournal writer = new TestJournal(journal)) {
            writer.trace("fast", 0, 1_000_000);
            slowest = writer.trace("slow", 10, 2_000_000);
            failed = writer.failedTrace("refuse", 20, "no");
        }
    }

    @Test
    void theRightCountIsFine() {
        final CommandRun run = report(spans());
        assertThat(run).isFine();
        assertThat(run.out())
                .contains(
                        "The program made "
                                + spans()
                                + " traced calls, the journal gave back "
                                + spans()
                                + " spans, nothing was lost: that is right.\n");
    }

    @Test
    void aWrongCountIsTheAnswerNo() {
        final CommandRun run = report(spans() + 1);
        assertThat(run).isNo();
        assertThat(run.out()).contains("that is wrong.\n");
        assertThat(run.err()).contains(" verify " + journal);
    }

    @Test
    void moreThanWasRecordedIsOfAnotherProgram() {
        final CommandRun run = report(spans() - 1);
        assertThat(run).isNo();
        assertThat(run.err()).contains("another program").contains("--dir");
    }

    @Test
    void aLossIsTheAnswerNoThoughTheCountIsRight() {
        journal = scratch.resolve("lossy");
        try (TestJournal writer = new TestJournal(journal)) {
            writer.trace("fast", 0, 1_000_000);
            writer.lose(1);
        }
        final CommandRun run = report(spans());
        assertThat(run).isNo();
        assertThat(run.out()).contains(", some were lost: that is wrong.\n");
        assertThat(run.err()).contains("with a lower --concurrency");
    }

    @Test
    void spansFromBeforeAreNotCounted() {
        final CommandRun run = report(spans() - 3, "--earlier=3");
        assertThat(run).isFine();
        assertThat(run.out()).contains(" besides 3 from before, ");
    }

    @Test
    void theSlowestAndTheFailingTraceAreShown() {
        assertThat(report(spans()).out())
                .contains(
                        "The slowest trace, without attributes and events:\n"
                                + slowest
                                + "  OK  2.00 ms")
                .contains("The last trace that failed:\n" + failed + "  ERROR");
    }

    @Test
    void commandsToTryCanBePasted() {
        journal = scratch.resolve("my journal");
        try (TestJournal writer = new TestJournal(journal)) {
            writer.trace("fast", 0, 1_000_000);
        }
        assertThat(report(spans()).out()).contains(" verify '" + journal + "'\n");
    }

    @Test
    void onlyTheNewestTracesAreLookedAt() {
        assertThat(report(spans(), "--traces=1").out()).doesNotContain(slowest.toString());
    }

    @Test
    void itNamesTheNextCommands() {
        assertThat(report(spans()).out())
                .contains("hotspan traces " + journal + "\n")
                .contains("hotspan show " + journal + " " + failed.toString().substring(0, 15))
                .contains("hotspan stats " + journal + " --json\n")
                .contains("hotspan verify " + journal + "\n")
                .contains("hotspan traces " + journal + " --follow\n");
    }

    @Test
    void itIsNotListed() {
        assertThat(CommandRun.of("--help").out()).contains("  demo ").doesNotContain("demo-report");
    }

    private CommandRun report(final long openedSpans, final Object... more) {
        final Object[] arguments = new Object[3 + more.length];
        arguments[0] = "demo-report";
        arguments[1] = journal;
        arguments[2] = "--opened=" + openedSpans;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.of(arguments);
    }

    private long spans() {
        return new Replay(journal).statistics().spans();
    }
}
