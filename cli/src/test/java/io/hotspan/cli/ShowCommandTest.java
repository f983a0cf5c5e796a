package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.TraceId;
import io.hotspan.replay.Replay;
import io.hotspan.terminal.Terminal;
import io.hotspan.trace.Trace;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
    @TempDir Path directory;
    private TraceId id;
    private TraceId failedId;

    @BeforeEach
    void writeJournal() {
        try (TestJournal journal = new TestJournal(directory)) {
            id = journal.trace("answer", 0, 2_500_000);
            failedId = journal.failedTrace("refuse", 10, "IllegalStateException: no");
        }
    }

    @Test
    void aTraceIsATree() {
        final CommandRun run = CommandRun.of("show", directory, id);
        assertThat(run).isFine();
        assertThat(run.out())
                .contains(id + "  OK  2.50 ms  2 spans")
                .contains("answer  CHAIN  2.50 ms  ✓\n")
                .contains("answer: 42\n")
                .contains("└─ answer-child  TOOL  1.25 ms  ✓\n");
    }

    @Test
    void anErrorHasItsDescription() {
        assertThat(CommandRun.of("show", directory, failedId).out())
                .contains("refuse  CHAIN  1.00 µs  ✗ IllegalStateException: no\n");
    }

    @Test
    void anAsciiTerminalGetsAnAsciiTree() {
        final Terminal terminal = new Terminal(true, false, true, 80);
        assertThat(CommandRun.on(terminal, "show", directory, id).out())
                .contains("`- answer-child")
                .matches("\\p{ASCII}+");
    }

    @Test
    void colourIsForTerminals() {
        final Terminal terminal = new Terminal(true, true, false, 80);
        assertThat(CommandRun.on(terminal, "show", directory, id).out()).contains("\u001b[");
        assertThat(CommandRun.of("show", directory, id).out()).doesNotContain("\u001b");
    }

    @Test
    void jsonIsTheTracesOwn() {
        final CommandRun run = CommandRun.of("show", directory, id, "--json");
        assertThat(run).isFine();
        final Trace trace = new Replay(directory).find(id).orElseThrow();
        assertThat(run.out()).isEqualTo(trace.toJson() + "\n");
        assertThat(Trace.fromJson(run.out())).isEqualTo(trace);
    }

    @Test
    void anIdNeedsNoPrefix() {
        assertThat(CommandRun.of("show", directory, id.hex())).isFine();
    }

    @Test
    void upperCaseDigitsDo() {
        assertThat(CommandRun.of("show", directory, id.hex().toUpperCase(Locale.ROOT))).isFine();
    }

    @Test
    void theFirstSixDigitsDo() {
        final CommandRun run = CommandRun.of("show", directory, id.toString().substring(0, 9));
        assertThat(run).isFine();
        assertThat(run.out()).startsWith(id.toString());
    }

    @Test
    void anUnknownTraceIsANo() {
        final String unknown = "tr-00000000000000000000000000000001";
        final CommandRun run = CommandRun.of("show", directory, unknown);
        assertThat(run).isNo();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "hotspan: no trace "
                                + unknown
                                + " in "
                                + directory
                                + "; `hotspan traces "
                                + directory
                                + "` lists the traces by their ids"
                                + " (docs/troubleshooting.md#unknown-trace)\n");
    }

    @Test
    void whatCannotBeAnIdIsAnUnknownTrace() {
        assertThat(CommandRun.of("show", directory, "nonsense")).isNo();
        assertThat(CommandRun.of("show", directory, "tr-")).isNo();
        assertThat(CommandRun.of("show", directory, "0".repeat(32))).isNo();
        assertThat(CommandRun.of("show", directory, "a\nb")).isNo();
    }

    @Test
    void firstDigitsOfNoTraceAreAnUnknownTrace() {
        final String other = id.hex().startsWith("000000") ? "ffffff" : "000000";
        assertThat(CommandRun.of("show", directory, other)).isNo();
    }

    @Test
    void firstDigitsOfSeveralTracesAreANoThatNamesTwo() {
        final TraceId first = new TraceId(0x1234567800000000L, 1);
        final TraceId second = new TraceId(0x1234567900000000L, 2);
        final Path other = directory.resolve("other");
        try (TestJournal journal = new TestJournal(other)) {
            journal.traceWithId(first, "first", 0);
            journal.traceWithId(second, "second", 1);
        }
        final CommandRun run = CommandRun.of("show", other, "tr-1234567");
        assertThat(run).isNo();
        assertThat(run.err())
                .startsWith(
                        "hotspan: several traces begin with tr-1234567: "
                                + first
                                + ", "
                                + second
                                + " in "
                                + other);
        assertThat(CommandRun.of("show", other, "tr-12345679").out()).startsWith("" + second);
    }

    @Test
    void aWrongPathIsToldBeforeAWrongId() {
        assertThat(CommandRun.of("show", directory.resolve("missing"), "nonsense")).isWrongUse();
    }

    @Test
    void aMissingIdIsWrongUse() {
        final CommandRun run = CommandRun.of("show", directory);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("TRACE_ID").contains("`hotspan show --help`");
    }
}
