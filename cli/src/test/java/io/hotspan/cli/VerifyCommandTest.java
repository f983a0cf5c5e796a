package io.hotspan.cli;

import static io.hotspan.cli.CommandRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir Path directory;

    @Test
    void aWholeJournalIsFine() {
        try (TestJournal journal = new TestJournal(directory)) {
            journal.trace("answer", 0, 10);
        }
        final CommandRun run = CommandRun.of("verify", directory);
        assertThat(run).isFine();
        assertThat(run.out()).startsWith("whole: 2 spans, 5 records, ").hasLineCount(1);
    }

    @Test
    void whatWasCountedAsLostIsSaid() {
        try (TestJournal journal = new TestJournal(directory)) {
            journal.trace("answer", 0, 10);
            journal.lose(3);
        }
        final CommandRun run = CommandRun.of("verify", directory);
        assertThat(run).isFine();
        assertThat(run.lines())
                .contains("lost when recording, for want of room, and counted: 3 spans, 0 records");
    }

    @Test
    void aJournalThatIsBeingWrittenIsFine() {
        final TestJournal journal = new TestJournal(directory);
        try {
            journal.trace("answer", 0, 10);
            journal.flush();
            final CommandRun run = CommandRun.of("verify", directory);
            assertThat(run).isFine();
            assertThat(run.lines()).anyMatch(line -> line.startsWith("not closed: 1 session"));
        } finally {
            journal.close();
        }
    }

    @Test
    void aChangedByteIsANoThatNamesThePlace() throws Exception {
        writeJournal();
        DamagedFiles.flipByte(directory);
        final CommandRun run = CommandRun.of("verify", directory);
        assertThat(run).isNo();
        assertThat(run.lines().get(0)).startsWith("not whole: ");
        assertThat(run.out()).contains(DamagedFiles.dataFile(directory) + ", offset ");
        assertThat(run.err())
                .startsWith("hotspan: not whole: ")
                .contains(" in " + directory + ";")
                .contains("docs/troubleshooting.md#a-journal-that-is-not-whole");
    }

    @Test
    void aTruncatedFileIsANoThatNamesTheFile() throws Exception {
        writeJournal();
        DamagedFiles.truncate(directory);
        final CommandRun run = CommandRun.of("verify", directory);
        assertThat(run).isNo();
        assertThat(run.out()).contains(DamagedFiles.dataFile(directory).toString());
    }

    private void writeJournal() {
        try (TestJournal journal = new TestJournal(directory)) {
            for (int i = 0; i < 20; i++) {
                journal.trace("answer", i, 10);
                journal.flush();
            }
        }
    }
}
