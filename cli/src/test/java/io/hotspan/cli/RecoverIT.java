package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.ring.RingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed program left, brought in by the command. */
class RecoverIT {
    @TempDir Path scratch;
    private Launcher hotspan;
    private Path journal;
    private Path rings;

    @BeforeEach
    void makeDirectories() throws IOException {
        hotspan = new Launcher(scratch);
        journal = scratch.resolve("journal");
        rings = Files.createDirectory(scratch.resolve("rings"));
    }

    private void recordAndDie() throws Exception {
        KilledRecorder.start(journal, rings, true).waitFor();
    }

    private Path left() throws IOException {
        try (Stream<Path> paths = Files.list(rings)) {
            return paths.findFirst().orElseThrow();
        }
    }

    @Test
    void aKilledProgramsLastSpansAreRecoveredOnce() throws Exception {
        recordAndDie();

        final CommandRun run = hotspan.run("recover", journal);
        assertThat(run).isFine();
        assertThat(run.out()).startsWith("recovered: 1 session, ");
        assertThat(hotspan.run("traces", journal).out()).contains("  last words  ");
        assertThat(rings).isEmptyDirectory();
        assertThat(hotspan.run("recover", journal).out()).isEqualTo("nothing to recover\n");
    }

    @Test
    void whatCannotBeRecoveredIsNotCalledNothing() throws Exception {
        recordAndDie();
        assertThat(hotspan.run("recover", journal)).isFine();
        Files.writeString(journal.resolve("session-0123456789abcdef.rings"), "x");

        final CommandRun run = hotspan.run("recover", journal);
        assertThat(run).isNo();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aLivingProgramIsLeftAlone() throws Exception {
        final Process program = KilledRecorder.start(journal, rings, false);
        try {
            final CommandRun run = hotspan.run("recover", journal);
            assertThat(run).isFine();
            assertThat(run.lines())
                    .containsExactly(
                            "nothing to recover",
                            "left alone, since a process is at work on it: 1 session");
            assertThat(hotspan.run("recover", "--orphans", "--below", rings).out())
                    .isEqualTo("nothing is left below " + rings + "\n");
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatIsLeftOfAJournalThatIsGoneIsListedAndCanBeKept() throws Exception {
        recordAndDie();
        Files.move(journal, scratch.resolve("moved"));

        final CommandRun list = hotspan.run("recover", "--orphans", "--below", rings);
        assertThat(list).isFine();
        assertThat(list.lines().get(0)).startsWith(left() + ": ");
        assertThat(list.lines().subList(1, 4))
                .containsExactly(
                        "  of the journal " + journal + ", which is gone or knows nothing of it",
                        "  to keep them: hotspan recover " + journal + " --rings " + left(),
                        "  to drop them: rm -r " + left());

        assertThat(hotspan.run("recover", journal, "--rings", left())).isFine();
        assertThat(hotspan.run("traces", journal).out()).contains("  last words  ");
        assertThat(rings).isEmptyDirectory();
    }

    @Test
    void whatAProgramLeftThatWasKilledBeforeItMadeARingIsDeleted() throws Exception {
        final RingDirectory left = RingDirectory.create(rings);
        left.noteJournal(journal);
        final CommandRun young = hotspan.run("recover", "--orphans", "--below", rings);
        assertThat(young.out()).isEqualTo("nothing is left below " + rings + "\n");
        Files.setLastModifiedTime(left.path(), FileTime.fromMillis(1_700_000_000_000L));

        final CommandRun run = hotspan.run("recover", "--orphans", "--below", rings);

        assertThat(run).isFine();
        assertThat(run.lines())
                .containsExactly(
                        left.path() + ": deleted, its program was killed before it recorded");
        assertThat(rings).isEmptyDirectory();
    }

    @Test
    void whatAJournalKnowsOfIsListedWithTheShorterWay() throws Exception {
        recordAndDie();

        assertThat(hotspan.run("recover", "--orphans", "--below", rings).lines())
                .contains("  to have them: hotspan recover " + journal);
    }

    @Test
    void whatCannotBeRecoveredIsANo() throws Exception {
        recordAndDie();
        Files.createFile(left().resolve("notes.txt"));

        final CommandRun run = hotspan.run("recover", journal);
        assertThat(run).isNo();
        assertThat(run.err()).contains("cannot recover the session of " + journal);
    }

    @Test
    void aWrongPathIsWrongUseAndMakesNothing() throws Exception {
        assertThat(hotspan.run("recover", journal)).isWrongUse();
        assertThat(journal).doesNotExist();
        assertThat(hotspan.run("recover", journal, "--rings", rings)).isWrongUse();
        assertThat(journal).doesNotExist();
    }

    @Test
    void aJournalAndOrphansAtOnceAreWrongUse() throws Exception {
        assertThat(hotspan.run("recover", journal, "--orphans")).isWrongUse();
        assertThat(hotspan.run("recover")).isWrongUse();
    }
}
