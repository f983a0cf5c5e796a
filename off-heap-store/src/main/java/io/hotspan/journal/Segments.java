package io.hotspan.journal;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What is in the directory of a segment. */
final class Segments {
    /** Prefix of a directory that is not a segment yet: its writer's lock may not be held. */
    static final String UNBORN = "new-";

    /** Prefix of a directory that is no segment any more. */
    static final String DELETED = "deleted-";

    private Segments() {}

    /**
     * File with the documents; null if there is none (yet, or any more). A link is none: it may
     * lead anywhere, and we cut files and restrict them.
     */
    static File dataFile(final Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.cq4")) {
            for (final Path file : files) {
                if (!Files.isSymbolicLink(file)) {
                    return file.toFile();
                }
            }
        } catch (final NoSuchFileException | NotDirectoryException e) {
            return null;
        } catch (final DirectoryIteratorException e) {
            throw e.getCause();
        }
        return null;
    }

    /**
     * Deletes a segment if nobody reads it.
     *
     * @return whether it is gone
     */
    static boolean deleteUnlessRead(final Path directory) throws IOException {
        if (ReaderLease.isHeldOn(directory)) {
            return false;
        }
        final Path doomed = directory.resolveSibling(DELETED + directory.getFileName());
        try {
            Files.move(directory, doomed);
            if (ReaderLease.isHeldOn(doomed)) { // a reader has come meanwhile; no other one can now
                Files.move(doomed, directory);
                return false;
            }
        } catch (final NoSuchFileException e) {
            return true; // somebody else was faster
        }
        delete(doomed);
        return true;
    }

    /** Deletes a segment if it is there; a reader that is in it keeps what it has open. */
    static void delete(final Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            // nobody sees half a segment
            final String name = directory.getFileName().toString();
            final Path doomed =
                    name.startsWith(DELETED)
                            ? directory
                            : Files.move(directory, directory.resolveSibling(DELETED + name));
            deleteFiles(doomed);
            Files.deleteIfExists(doomed);
        } catch (final NoSuchFileException e) {
            // somebody else was faster
            return;
        }
    }

    private static void deleteFiles(final Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (final Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (final DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
