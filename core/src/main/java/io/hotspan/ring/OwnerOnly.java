package io.hotspan.ring;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What new files and directories are given, so that nobody but their owner can read them. */
final class OwnerOnly {
    private static final String FILE = "rw-------";
    private static final String DIRECTORY = "rwx------";

    private OwnerOnly() {}

    static FileAttribute<?>[] file(final Path path) {
        return permissions(path, FILE);
    }

    static FileAttribute<?>[] directory(final Path path) {
        return permissions(path, DIRECTORY);
    }

    /** None where the file system has no such permissions. */
    private static FileAttribute<?>[] permissions(final Path path, final String allowed) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(allowed))
                }
                : new FileAttribute<?>[0];
    }
}
