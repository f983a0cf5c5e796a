package io.hotspan.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir Path folder;

    @Test
    void textOfAllSubfoldersIsReadInTheOrderOfPaths() throws IOException {
        write("b/c.java", "class C {}");
        write("a.txt", "α");
        final Documents documents = Documents.ofFolder(folder);
        assertThat(documents.files())
                .containsExactly(
                        new TextFile(folder.resolve("a.txt").toString(), "α"),
                        new TextFile(folder.resolve("b/c.java").toString(), "class C {}"));
        assertThat(documents.skippedCount()).isZero();
    }

    @Test
    void binaryFilesAreSkippedAndCounted() throws IOException {
        write("text", "text");
        Files.write(folder.resolve("zero"), new byte[] {'a', 0, 'b'});
        Files.write(folder.resolve("latin1"), new byte[] {'a', (byte) 0xE4});
        final Documents documents = Documents.ofFolder(folder);
        assertThat(documents.files()).extracting(TextFile::text).containsExactly("text");
        assertThat(documents.skippedCount()).isEqualTo(2);
    }

    @Test
    void aFileThatMayNotBeReadIsSkippedAndCounted() throws IOException {
        write("secret", "secret");
        Files.setPosixFilePermissions(
                folder.resolve("secret"), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(folder.resolve("secret"))).isFalse(); // root may read it
        assertThat(Documents.ofFolder(folder).skippedCount()).isEqualTo(1);
    }

    @Test
    void aFileThatIsTooLongIsSkippedAndCounted() throws IOException {
        Files.write(folder.resolve("long"), new byte[TextFiles.MAX_FILE_BYTES + 1]);
        assertThat(Documents.ofFolder(folder).skippedCount()).isEqualTo(1);
    }

    @Test
    void whatComesBehindTheLimitOfAllTextIsSkippedAndCounted() throws IOException {
        write("a", "12345");
        write("b", "12345");
        write("c", "12345");
        final Documents documents = TextFiles.read(folder, 10);
        assertThat(documents.files()).hasSize(2);
        assertThat(documents.skippedCount()).isEqualTo(1);
    }

    @Test
    void hiddenFoldersAndLinksAreLeftOut() throws IOException {
        write(".git/config", "config");
        write("a", "a");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
        final Documents documents = Documents.ofFolder(folder);
        assertThat(documents.files()).extracting(TextFile::text).containsExactly("a");
        assertThat(documents.skippedCount()).isZero();
    }

    @Test
    void aFolderMayBeHiddenItself() throws IOException {
        write(".notes/a", "a");
        assertThat(Documents.ofFolder(folder.resolve(".notes")).files()).hasSize(1);
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        write("a", "a");
        assertThatThrownBy(() -> Documents.ofFolder(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Documents.ofFolder(folder.resolve("a")))
                .isInstanceOf(NotDirectoryException.class);
    }

    private void write(final String path, final String text) throws IOException {
        final Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
