package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotspan.model.TraceId;
import io.hotspan.trace.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and what it runs, as a user has them: exit codes, and what goes where. */
class LauncherIT {
    @TempDir Path scratch;
    private Launcher hotspan;
    private Path journal;
    private TraceId id;
    private TraceId failedId;

    @BeforeEach
    void writeJournal() {
        hotspan = new Launcher(scratch);
        journal = scratch.resolve("journal");
        try (TestJournal writer = new TestJournal(journal)) {
            id = writer.trace("answer ✓", 0, 2_500_000);
            failedId = writer.failedTrace("refuse", 10, "no");
        }
    }

    @Test
    void theVersionIsThatOfTheJar() throws Exception {
        final CommandRun run = hotspan.run("version");
        assertThat(run).isFine();
        assertThat(run.lines().get(0)).isEqualTo("hotspan " + BuildVersion.read());
    }

    @Test
    void tracesAreAPlainTableInAPipe() throws Exception {
        final CommandRun run = hotspan.run("traces", journal);
        assertThat(run).isFine();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(1)).startsWith(failedId + "  2025-10-22T06:14:54.524  ERROR");
        assertThat(run.lines().get(2)).startsWith(id + "  ").contains("  answer ✓  ");
        assertThat(run.out()).doesNotContain("\u001b");
    }

    @Test
    void pathsAreThoseOfTheCallersDirectory() throws Exception {
        assertThat(hotspan.run("traces", "journal").out()).contains(id.toString());
    }

    @Test
    void jsonIsUtf8InEveryLocale() throws Exception {
        final CommandRun run = hotspan.run(Map.of("LC_ALL", "C"), "traces", journal, "--json");
        assertThat(run).isFine();
        final JsonNode traces = new JsonMapper().readTree(run.out());
        assertThat(traces.get(1).get("name").asText()).isEqualTo("answer ✓");
    }

    @Test
    void pathsAreUtf8WithoutALocale() throws Exception {
        final Path other = scratch.resolve("jöurnal");
        try (TestJournal writer = new TestJournal(other)) {
            writer.trace("answer", 0, 10);
        }
        assertThat(hotspan.runShell("unset LANG LC_CTYPE; \"$HOTSPAN\" stats jöurnal")).isFine();
        final CommandRun run = hotspan.run(Map.of("LC_ALL", "C"), "stats", other);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("; set LC_ALL=C.UTF-8, ");
    }

    @Test
    void aNarrowTerminalIsEnough() throws Exception {
        assertThat(hotspan.run(Map.of("COLUMNS", "20"), "show", journal, id)).isFine();
    }

    @Test
    void whatIsBuiltIsNotBuiltAgain() throws Exception {
        assertThat(hotspan.run("version")).isFine();
        assertThat(hotspan.run("version")).isFine();
    }

    @Test
    void aCheckoutThatCannotBeBuiltInIsWrongUse() throws Exception {
        Files.copy(Launcher.SCRIPT, scratch.resolve("hotspan"));
        Files.createFile(scratch.resolve("target"));
        final CommandRun run = hotspan.runShell("sh hotspan version");
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("/target that may be written to");
    }

    @Test
    void tracesCanBeFiltered() throws Exception {
        final CommandRun run =
                hotspan.run(
                        "traces",
                        journal,
                        "--filter",
                        "span.type = 'CHAIN' AND trace.name LIKE 'ans%'");
        assertThat(run).isFine();
        assertThat(run.lines()).hasSize(2).last().asString().contains("answer ✓");
    }

    @Test
    void showPrintsATree() throws Exception {
        final CommandRun run = hotspan.run("show", journal, id);
        assertThat(run).isFine();
        assertThat(run.out()).contains("└─ answer ✓-child  TOOL");
    }

    @Test
    void showPrintsATraceThatCanBeReadBack() throws Exception {
        final CommandRun run = hotspan.run("show", journal, id, "--json");
        assertThat(run).isFine();
        assertThat(Trace.fromJson(run.out()).traceId()).isEqualTo(id.toString());
    }

    @Test
    void statsPrintJson() throws Exception {
        final CommandRun run = hotspan.run("stats", journal, "--json");
        assertThat(run).isFine();
        final JsonNode stats = new JsonMapper().readTree(run.out());
        assertThat(stats.get("spans").asLong()).isEqualTo(3);
        assertThat(stats.get("errors").asLong()).isEqualTo(1);
    }

    @Test
    void aWholeJournalIsFine() throws Exception {
        assertThat(hotspan.run("verify", journal)).isFine();
    }

    @Test
    void aTruncatedFileIsANo() throws Exception {
        DamagedFiles.truncate(journal);
        final CommandRun run = hotspan.run("verify", journal);
        assertThat(run).isNo();
        assertThat(run.out()).contains(DamagedFiles.dataFile(journal).toString());
        assertThat(run.err()).contains(journal.toString());
    }

    @Test
    void aFileOfAFewBytesIsANo() throws Exception {
        Files.write(DamagedFiles.dataFile(journal), new byte[] {1, 2, 3});
        assertThat(hotspan.run("verify", journal)).isNo();
        final CommandRun run = hotspan.run("traces", journal);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains(DamagedFiles.dataFile(journal).toString());
    }

    @Test
    void anUnknownTraceIsANo() throws Exception {
        final CommandRun run = hotspan.run("show", journal, "tr-" + "0".repeat(31) + "1");
        assertThat(run).isNo();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("`hotspan traces " + journal + "`");
    }

    @Test
    void aWrongPathIsWrongUse() throws Exception {
        final Path missing = scratch.resolve("missing");
        final CommandRun run = hotspan.run("stats", missing);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains(missing.toString());
    }

    @Test
    void anEmptyDirectoryIsWrongUse() throws Exception {
        final Path empty = Files.createDirectory(scratch.resolve("empty"));
        final CommandRun run = hotspan.run("traces", empty);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains(empty.toString());
    }

    @Test
    void aJournalOfANewerVersionIsWrongUse() throws Exception {
        final Path marker = journal.resolve("journal.hotspan");
        Files.writeString(
                marker, Files.readString(marker).replaceFirst("version=\\d+", "version=999"));
        final CommandRun run = hotspan.run("show", journal, id);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("newer version 999").contains(journal.toString());
    }

    @Test
    void anUnknownOptionIsWrongUse() throws Exception {
        assertThat(hotspan.run("traces", journal, "--nonsense")).isWrongUse();
    }

    @Test
    void aLimitOfZeroIsWrongUse() throws Exception {
        assertThat(hotspan.run("traces", journal, "--limit", 0)).isWrongUse();
    }

    @Test
    void stackTracesAreForThoseWhoAsk() throws Exception {
        final CommandRun run =
                hotspan.run(Map.of("HOTSPAN_DEBUG", "1"), "stats", scratch.resolve("missing"));
        assertThat(run.err()).contains("\tat io.hotspan.");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aTerminalGetsColours() throws Exception {
        assumeTerminals();
        assertThat(onTerminal("").out()).contains("\u001b[31mERROR\u001b[0m");
    }

    @Test
    void noColorIsObeyedOnATerminal() throws Exception {
        assumeTerminals();
        assertThat(onTerminal("NO_COLOR=1 ").out()).contains("  ERROR  ").doesNotContain("\u001b");
    }

    @Test
    void outputThatCannotBeWrittenIsSaid() throws Exception {
        assumeThat(Path.of("/dev/full")).exists();
        final CommandRun run = hotspan.runShell("\"$HOTSPAN\" stats journal > /dev/full");
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("cannot write to standard output: ");
    }

    @Test
    void aReaderThatHasEnoughIsNoError() throws Exception {
        final CommandRun run =
                hotspan.runShell(
                        "{ \"$HOTSPAN\" show journal " + id + "; echo \"code $?\" >&2; } | true");
        assertThat(run.err()).isEqualTo("code 0\n");
    }

    private CommandRun onTerminal(final String environment) throws Exception {
        return hotspan.runShell(
                "script -qec '" + environment + "\"$HOTSPAN\" traces journal' /dev/null");
    }

    private void assumeTerminals() throws Exception {
        final String token = UUID.randomUUID().toString();
        final CommandRun run =
                hotspan.runShell("script -qec 'test -t 1 && echo " + token + "' /dev/null");
        assumeThat(run.out()).contains(token);
    }
}
