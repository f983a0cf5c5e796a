package io.hotspan.demo;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Finds a directory for the journal of a demo that was given none. */
final class DemoDirectory {
    static final String PARENT = "hotspan-demo";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);

    private DemoDirectory() {}

    /**
     * Makes a directory that was not there, named by the time.
     *
     * @throws IOException if it cannot be made
     */
    static Path create(final Path parent, final LocalDateTime now) throws IOException {
        Files.createDirectories(parent);
        final String name = NAME.format(now);
        Path directory = parent.resolve(name);
        for (int number = 2; ; number++) {
            try {
                return Files.createDirectory(directory);
            } catch (final FileAlreadyExistsException e) { // another demo began in this second
                directory = parent.resolve(name + "-" + number);
            }
        }
    }
}
