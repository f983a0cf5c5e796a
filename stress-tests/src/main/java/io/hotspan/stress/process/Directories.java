package io.hotspan.stress.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories for a while. */
public final class Directories {
    private Directories() {}

    /**
     * Makes a new directory.
     *
     * @param parent made if it is missing; null: the temporary directory
     */
    public static Path create(final Path parent, final String prefix) throws IOException {
        if (parent == null) {
            return Files.createTempDirectory(prefix);
        }
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent, prefix);
    }

    /** Deletes a directory with all that is in it. */
    public static void delete(final Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
