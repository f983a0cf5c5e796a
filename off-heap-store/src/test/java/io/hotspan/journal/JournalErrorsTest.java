package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.block.BlockKind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalErrorsTest {
    private static final long SESSION = 5;

    @TempDir Path directory;

    @Test
    void aMissingDirectoryIsNamedAndNotMade() {
        final Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> JournalReader.open(missing))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("no such directory: " + missing)
                .hasMessageNotContainingAny("\n");
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFileIsNoJournal() throws IOException {
        final Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> JournalReader.open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("not a directory: " + file);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void anEmptyDirectoryIsNoJournalForAReader() {
        assertThatThrownBy(() -> JournalReader.open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("no journal yet, an empty directory: " + directory);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryOfOtherThingsIsLeftAlone() throws IOException {
        Files.createFile(directory.resolve("holiday.jpg"));

        assertThatThrownBy(() -> JournalReader.open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("not a journal: " + directory);
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("not a journal, and not empty: " + directory);
        assertThat(directory.resolve(JournalDirectory.MARKER)).doesNotExist();
    }

    @Test
    void aNewerVersionIsRefusedByReadersAndWriters() throws IOException {
        Files.writeString(
                directory.resolve(JournalDirectory.MARKER), "format=hotspan-journal\nversion=2\n");

        assertThatThrownBy(() -> JournalReader.open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessage(
                        "a journal of the newer version 2: "
                                + directory
                                + "; this Hotspan reads versions up to 1: use a newer Hotspan");
        assertThatThrownBy(() -> open(directory)).isInstanceOf(JournalException.class);
    }

    @Test
    void aJournalWithoutSegmentsHasNoBlocks() {
        open(directory).close();

        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            assertThat(cursor.next()).isFalse();
        }
    }

    @Test
    @Timeout(30)
    void aDirectoryThatIsRemovedWhileInUseIsMadeAgain() throws IOException {
        final Path journal = directory.resolve("journal");
        final UnsafeBuffer records = TestRecords.spans(1, 10);
        try (JournalWriter writer = open(journal)) {
            writer.symbols(1, List.of("a"));
            try (Stream<Path> paths = Files.walk(journal)) {
                paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
            assertThat(journal).doesNotExist();

            boolean isNoticed = false;
            while (!isNoticed) {
                try {
                    writer.symbols(1, List.of("a"));
                } catch (final UncheckedIOException e) {
                    isNoticed = true;
                    assertThat(e).hasMessageContaining("removed while in use: " + journal);
                }
            }
            writer.value(SESSION, 1, records.capacity(), 0, records, 0, records.capacity());
        }

        final List<BlockKind> kinds = new ArrayList<>();
        try (JournalCursor cursor = JournalReader.open(journal).cursor()) {
            while (cursor.next()) {
                kinds.add(cursor.block().kind());
            }
        }
        assertThat(kinds)
                .containsExactly(
                        BlockKind.SEGMENT_HEADER,
                        BlockKind.POSITIONS,
                        BlockKind.SYMBOLS,
                        BlockKind.VALUE,
                        BlockKind.FOOTER);
    }

    @Test
    void afterCloseNothingIsTaken() {
        final JournalWriter writer = open(directory);
        writer.close();
        writer.close();

        assertThatThrownBy(() -> writer.symbols(1, List.of("a")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOptionOutOfRangeIsNamed() {
        assertThatThrownBy(() -> JournalOptions.newBuilder().segmentBytes(7).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segmentBytes out of range: 7, min=1048576, max=1073741824");
    }

    private static JournalWriter open(final Path directory) {
        return JournalWriter.open(
                directory, JournalOptions.newBuilder().sessionId(SESSION).build());
    }
}
