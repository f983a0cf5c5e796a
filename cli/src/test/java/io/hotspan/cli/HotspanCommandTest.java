package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotspanCommandTest {
    @TempDir Path directory;

    @Test
    void theVersionIsTheBuilds() {
        final CommandRun run = CommandRun.of("version");
        assertThat(run).isFine();
        assertThat(run.lines().get(0)).matches("hotspan \\d+\\.\\d+\\.\\d+.*");
        assertThat(run.lines().get(1)).startsWith("Java " + System.getProperty("java.version"));
    }

    @Test
    void theOptionSaysTheVersionToo() {
        final CommandRun run = CommandRun.of("--version");
        assertThat(run).isFine();
        assertThat(run.lines()).containsExactly(CommandRun.of("version").lines().get(0));
    }

    @Test
    void helpListsTheCommands() {
        final CommandRun run = CommandRun.of("--help");
        assertThat(run).isFine();
        assertThat(run.out())
                .contains("Usage: hotspan")
                .contains("traces", "show", "stats", "verify", "version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"traces", "show", "stats", "verify", "bench", "version"})
    void eachCommandHasHelp(final String command) {
        final CommandRun run = CommandRun.of(command, "--help");
        assertThat(run).isFine();
        assertThat(run.out()).startsWith("Usage: hotspan " + command);
    }

    @Test
    void helpHasNoColourOutsideOfATerminal() {
        assertThat(CommandRun.of("--help").out()).doesNotContain("\u001b");
        final Terminal terminal = new Terminal(true, true, false, 80);
        assertThat(CommandRun.on(terminal, "--help").out()).contains("\u001b[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void aNarrowTerminalIsEnough(final String option) {
        final Terminal terminal = new Terminal(true, true, false, Terminal.MIN_WIDTH);
        assertThat(CommandRun.on(terminal, option)).isFine();
    }

    @Test
    void noCommandIsWrongUse() {
        final CommandRun run = CommandRun.of();
        assertThat(run).isWrongUse();
        assertThat(run.err())
                .isEqualTo("hotspan: a command is missing; `hotspan --help` says how to use it\n");
    }

    @Test
    void anUnknownCommandIsWrongUse() {
        final CommandRun run = CommandRun.of("trace", directory);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("'trace'").contains("; is traces meant?");
    }

    @Test
    void anUnknownOptionIsWrongUse() {
        final CommandRun run = CommandRun.of("stats", directory, "--jsno");
        assertThat(run).isWrongUse();
        assertThat(run.err())
                .isEqualTo(
                        "hotspan: Unknown option: '--jsno'; is --json meant?; `hotspan stats"
                                + " --help` says how to use it\n");
    }

    @Test
    void aMissingDirectoryArgumentIsWrongUse() {
        final CommandRun run = CommandRun.of("stats");
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("'D'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"traces", "stats", "verify"})
    void aWrongPathIsWrongUse(final String command) {
        final Path missing = directory.resolve("missing");
        final CommandRun run = CommandRun.of(command, missing);
        assertThat(run).isWrongUse();
        assertThat(run.err())
                .contains("no such directory: " + missing)
                .endsWith("(docs/troubleshooting.md#a-journal-that-cannot-be-read)\n");
        assertThat(missing).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"traces", "stats", "verify"})
    void anEmptyDirectoryIsWrongUse(final String command) {
        final CommandRun run = CommandRun.of(command, directory);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("empty directory: " + directory);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileIsWrongUse() throws Exception {
        final Path file = Files.writeString(directory.resolve("file"), "x");
        final CommandRun run = CommandRun.of("stats", file);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("not a directory: " + file);
    }

    @Test
    void aDirectoryOfOtherFilesIsWrongUse() throws Exception {
        Files.writeString(directory.resolve("file"), "x");
        assertThat(CommandRun.of("stats", directory)).isWrongUse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"traces", "stats", "verify"})
    void aJournalOfANewerVersionIsWrongUse(final String command) throws Exception {
        try (TestJournal journal = new TestJournal(directory)) {
            journal.trace("answer", 0, 10);
        }
        final Path marker = directory.resolve("journal.hotspan");
        Files.writeString(
                marker, Files.readString(marker).replaceFirst("version=\\d+", "version=999"));
        final CommandRun run = CommandRun.of(command, directory);
        assertThat(run).isWrongUse();
        assertThat(run.err()).contains("newer version 999: " + directory);
    }

    @Test
    void aPathWithANewLineIsStillOneLine() {
        assertThat(CommandRun.of("stats", directory.resolve("a\nb"))).isWrongUse();
    }
}
