package io.hotspan.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes files and directories that nobody but their owner can read; what was recorded may be
 * private.
 */
final class OwnerOnly {
    private static final String FILE = "rw-------";
    private static final String LOCK = "rw-r--r--";
    private static final String DIRECTORY = "rwx------";

    private OwnerOnly() {}

    /** Attributes for a new file. */
    static FileAttribute<?>[] file(final Path path) {
        return attributes(path, FILE);
    }

    /** Attributes for a new directory. */
    static FileAttribute<?>[] directory(final Path path) {
        return attributes(path, DIRECTORY);
    }

    /** Takes a file from all others that somebody else's code made. */
    static void restrict(final Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
        }
    }

    /** Lets others see whether an empty file is locked, if they may look into its directory. */
    static void letOthersLook(final Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(LOCK));
        }
    }

    private static FileAttribute<?>[] attributes(final Path path, final String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(final Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
