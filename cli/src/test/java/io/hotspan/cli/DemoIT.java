package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final Path JAR = Path.of("target", "hotspan.jar").toAbsolutePath();

    private Path shared;
    private CommandRun demo; // one run serves all tests

    @TempDir Path scratch;
    private Launcher hotspan;

    @BeforeAll
    void runOnce(@TempDir final Path directory) throws Exception {
        shared = directory;
        demo = new Launcher(shared).run("demo", "--requests", "20");
    }

    @BeforeEach
    void prepare() {
        hotspan = new Launcher(scratch);
    }

    @Test
    void itsNumbersAreTrue() {
        assertThat(demo).isFine();
        assertThat(demo.out())
                .contains("20 questions in ", ": 19 answered, 1 refused, 0 failed\n")
                .contains("traces   20\n", "spans    78\n", "errors   2 spans\n")
                .contains(
                        "The program opened 78 spans, the journal gave back 78, nothing was lost:");
    }

    @Test
    void itShowsASlowTraceAndOneThatFailed() {
        assertThat(demo.out())
                .contains("The slowest trace:\n", "└─ answer  CHAIN", "└─ chat  CHAT_MODEL")
                .contains("✗ InvalidQuestionException: the question is empty");
    }

    @Test
    void itsLinesFitIntoHundredColumns() {
        assertThat(demo.lines())
                .filteredOn(line -> !line.contains(Launcher.SCRIPT.toString())) // as long as it is
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(101).doesNotContain("\u001b"));
    }

    @Test
    void theJournalItNamesIsAJournal() throws Exception {
        final Matcher line =
                Pattern.compile("(?m)^journal  (hotspan-demo/.*)$").matcher(demo.out());
        assertThat(line.find()).isTrue();
        final Path journal = shared.resolve(line.group(1));
        assertThat(hotspan.run("verify", journal).exitCode()).isEqualTo(ExitCode.FINE);
        final JsonNode statistics =
                new JsonMapper().readTree(hotspan.run("stats", journal, "--json").out());
        assertThat(statistics.get("spans").asLong()).isEqualTo(78);
    }

    @Test
    void anotherRunMayUseTheSameJournal() throws Exception {
        hotspan.run("demo", "--requests", "2", "--dir", "d");
        final CommandRun run = hotspan.run("demo", "--requests", "2", "--dir", "d");
        assertThat(run).isFine();
        assertThat(run.out())
                .contains("opened 8 spans, the journal gave back 8 besides 8 from before");
    }

    @Test
    void aFolderOfTextIsAskedToo() throws Exception {
        Files.createDirectories(scratch.resolve("texts"));
        Files.writeString(scratch.resolve("texts/tea.txt"), "Tea is made with boiling water.\n");
        Files.write(scratch.resolve("texts/picture"), new byte[] {0, 1, 2});
        final CommandRun run =
                hotspan.run("demo", "--requests", "2", "--corpus", scratch.resolve("texts"));
        assertThat(run).isFine();
        assertThat(run.out()).contains("; 1 file skipped");
    }

    @Test
    void aJarAloneBringsItsDocumentation() throws Exception {
        final Path jar = Files.copy(JAR, scratch.resolve("alone.jar"));
        final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        final CommandRun run =
                hotspan.runShell(java + " -jar " + jar + " demo --requests 2 --dir d 2>/dev/null");
        assertThat(run.out()).contains(" passages of ", "that is right.");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void aDirectoryWithOtherFilesIsWrongUse() throws Exception {
        Files.createDirectory(scratch.resolve("d"));
        Files.writeString(scratch.resolve("d/letter.txt"), "dear …");
        final CommandRun run = hotspan.run("demo", "--dir", "d");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).hasLineCount(1).contains("d; ");
    }

    @Test
    void stoppedInTheMiddleItLeavesAWholeJournal() throws Exception {
        final Path out = scratch.resolve("out");
        final Process running =
                hotspan.builder(Launcher.SCRIPT.toString(), "demo", "--requests=100000", "--dir=d")
                        .redirectOutput(out.toFile())
                        .redirectError(scratch.resolve("err").toFile())
                        .start();
        try {
            awaitTraces();
            running.destroy(); // SIGTERM, which ends a JVM as Ctrl-C does
            assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            running.destroyForcibly();
        }
        assertThat(out).content().endsWith("\nstopped; what was recorded is in d\n");
        assertThat(running.exitValue()).isEqualTo(143);
        final CommandRun verified = hotspan.run("verify", "d");
        assertThat(verified.exitCode()).as(verified.out()).isEqualTo(ExitCode.FINE);
    }

    /** Another process sees traces while the demo runs. */
    private void awaitTraces() throws Exception {
        for (CommandRun run = hotspan.run("traces", "d", "--json");
                !run.out().contains("\"ask\"");
                run = hotspan.run("traces", "d", "--json")) {
            assertThat(run.exitCode()).isIn(List.of(ExitCode.FINE, ExitCode.WRONG_USE));
        }
    }
}
