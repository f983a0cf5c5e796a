package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotspan.model.TraceId;
import io.hotspan.terminal.Terminal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesCommandTest {
    private static final long SECOND_NANOS = 1_000_000_000;

    @TempDir Path directory;

    @Test
    void theNewestTraceComesFirst() {
        final TraceId older;
        final TraceId newer;
        try (TestJournal journal = new TestJournal(directory)) {
            older = journal.trace("older", 0, 2_500_000);
            newer = journal.failedTrace("newer", SECOND_NANOS, "no");
        }
        final CommandRun run = CommandRun.of("traces", directory);
        assertThat(run).isFine();
        assertThat(run.lines())
                .containsExactly(
                        "TRACE                                TIME                     STATE  NAME"
                                + "          DURATION  SPANS",
                        newer + "  2025-10-22T06:14:55.524  ERROR  newer          1.00 µs      1",
                        older + "  2025-10-22T06:14:54.524  OK     older          2.50 ms      2");
    }

    @Test
    void aTraceWithAnOpenRootHasNoDuration() {
        try (TestJournal journal = new TestJournal(directory)) {
            journal.root("waiting", 0);
        }
        assertThat(CommandRun.of("traces", directory).lines().get(1))
                .contains("  IN_PROGRESS  waiting  ")
                .endsWith("   -      1");
    }

    @Test
    void theLimitKeepsTheNewest() {
        try (TestJournal journal = new TestJournal(directory)) {
            for (int i = 0; i < 10; i++) {
                journal.trace("t" + i, i * SECOND_NANOS, 10);
            }
        }
        assertThat(CommandRun.of("traces", directory, "--limit", 2).lines())
                .hasSize(3)
                .anyMatch(line -> line.contains(" t9 "))
                .anyMatch(line -> line.contains(" t8 "));
    }

    @Test
    void twentyAreShownWithoutALimit() {
        try (TestJournal journal = new TestJournal(directory)) {
            for (int i = 0; i < 25; i++) {
                journal.trace("t", i, 10);
            }
        }
        assertThat(CommandRun.of("traces", directory).lines()).hasSize(21);
    }

    @Test
    void aLimitBelowOneIsWrongUse() {
        final CommandRun run = CommandRun.of("traces", directory, "--limit", "0");
        assertThat(run).isWrongUse();
        assertThat(run.err())
                .isEqualTo(
                        "hotspan: --limit out of range: 0, min=1; `hotspan traces --help` says how"
                                + " to use it\n");
    }

    @Test
    void aFilterKeepsTheNewestThatMatch() {
        try (TestJournal journal = new TestJournal(directory)) {
            for (int i = 0; i < 10; i++) {
                journal.trace(i % 2 == 0 ? "even" : "odd", i * SECOND_NANOS, i * 1_000_000L);
            }
        }
        final CommandRun run =
                CommandRun.of(
                        "traces",
                        directory,
                        "--filter",
                        "span.type = 'TOOL' AND trace.name = 'even' AND trace.execution_time_ms <"
                                + " 7",
                        "--limit",
                        2);
        assertThat(run).isFine();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(1)).contains("  even  ").contains("  6.00 ms  ");
        assertThat(run.lines().get(2)).contains("  even  ").contains("  4.00 ms  ");
    }

    @Test
    void aFilterThatNothingMatchesIsSaidSo() {
        try (TestJournal journal = new TestJournal(directory)) {
            journal.trace("t", 0, 10);
        }
        final CommandRun run = CommandRun.of("traces", directory, "--filter", "trace.name = 'x'");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(run.err())
                .isEqualTo("hotspan: no trace in " + directory + " matches trace.name = 'x'\n");
    }

    @Test
    void aFilterWithAMistakeIsWrongUseThatSaysWhereItIs() {
        final CommandRun run =
                CommandRun.of(
                        "traces", directory, "--filter", "span.type = 'LLM' AND span.nam = 'x'");
        assertThat(run).isWrongUse();
        assertThat(run.err())
                .startsWith(
                        "hotspan: Invalid value for option '--filter': column 28: expected one of")
                .contains("span.name")
                .contains("but found \"nam\"")
                .hasLineCount(1);
    }

    @Test
    void jsonIsOneArray() throws Exception {
        final TraceId id;
        try (TestJournal journal = new TestJournal(directory)) {
            journal.root("waiting", 0);
            id = journal.trace("answer \"42\" ✓", SECOND_NANOS, 2_500_000);
        }
        final CommandRun run = CommandRun.of("traces", directory, "--json");
        assertThat(run).isFine();
        final JsonNode traces = new JsonMapper().readTree(run.out());
        assertThat(traces).hasSize(2);
        final JsonNode trace = traces.get(0);
        assertThat(trace.get("traceId").asText()).isEqualTo(id.toString());
        assertThat(trace.get("startEpochNanos").asLong())
                .isEqualTo(TestJournal.EPOCH_NANOS + SECOND_NANOS);
        assertThat(trace.get("state").asText()).isEqualTo("OK");
        assertThat(trace.get("name").asText()).isEqualTo("answer \"42\" ✓");
        assertThat(trace.get("durationNanos").asLong()).isEqualTo(2_500_000);
        assertThat(trace.get("spans").asLong()).isEqualTo(2);
        assertThat(traces.get(1).get("durationNanos").isNull()).isTrue();
    }

    @Test
    void noTracesAreAnEmptyArray() {
        new TestJournal(directory).close();
        assertThat(CommandRun.of("traces", directory, "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void noTracesAreSaidToBeNone() {
        new TestJournal(directory).close();
        final CommandRun run = CommandRun.of("traces", directory);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("hotspan: no traces in " + directory + " yet\n");
    }

    @Test
    void noTracesAreSaidToBeNoneInOneLine() {
        final Path odd = directory.resolve("a\nb");
        new TestJournal(odd).close();
        assertThat(CommandRun.of("traces", odd).err())
                .isEqualTo("hotspan: no traces in " + directory + "/a\\nb yet\n");
    }

    @Test
    void aNameCannotSteerTheTerminal() {
        try (TestJournal journal = new TestJournal(directory)) {
            journal.trace("\u001b[2J\nx", 0, 10);
        }
        assertThat(CommandRun.of("traces", directory).lines().get(1)).contains("\\u001b[2J\\nx");
    }

    @Test
    void aTerminalGetsColoursAndShortNames() {
        try (TestJournal journal = new TestJournal(directory)) {
            journal.failedTrace("a-name-of-very-many-characters", 0, "no");
        }
        final Terminal terminal = new Terminal(true, true, false, 100);
        final CommandRun run = CommandRun.on(terminal, "traces", directory);
        assertThat(run.lines().get(0)).startsWith("\u001b[1mTRACE").endsWith("\u001b[0m");
        assertThat(run.lines().get(1))
                .contains("  \u001b[31mERROR\u001b[0m  a-name-")
                .contains("…");
        assertThat(run.lines().get(1).replaceAll("\u001b\\[\\d+m", "")).hasSize(100);
    }

    @Test
    void aDamagedJournalIsShownWithAWarning() throws Exception {
        final TraceId id;
        try (TestJournal journal = new TestJournal(directory)) {
            id = journal.trace("before", 0, 10);
        }
        DamagedFiles.truncate(directory);
        final CommandRun run = CommandRun.of("traces", directory);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(run.out()).contains(id.toString());
        assertThat(run.err())
                .startsWith("hotspan: not whole, what can be read is shown: " + directory)
                .contains("`hotspan verify " + directory + "`")
                .hasLineCount(1);
    }
}
