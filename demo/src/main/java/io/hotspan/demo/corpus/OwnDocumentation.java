package io.hotspan.demo.corpus;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The project's own documentation, {@code README.md} and {@code docs/*.md}: of the checkout that
 * the program was built in, else as it was when the jar was built.
 */
public final class OwnDocumentation {
    private static final String IN_JAR = "io/hotspan/demo/documentation";
    private static final String LAUNCHER = "hotspan";

    private OwnDocumentation() {}

    /**
     * Reads it.
     *
     * @throws IOException if it cannot be read
     */
    public static Documents read() throws IOException {
        final Path code = codeLocation();
        final Path checkout = checkoutAbove(code);
        if (checkout != null) {
            return read(checkout);
        }
        if (Files.isDirectory(code)) {
            return read(code.resolve(IN_JAR));
        }
        try (FileSystem jar = FileSystems.newFileSystem(code)) {
            return read(jar.getPath(IN_JAR));
        }
    }

    /** Reads what there is of {@code README.md} and {@code docs/*.md} in a directory. */
    static Documents read(final Path root) throws IOException {
        final List<Path> paths = new ArrayList<>();
        if (Files.isRegularFile(root.resolve("README.md"))) {
            paths.add(root.resolve("README.md"));
        }
        if (Files.isDirectory(root.resolve("docs"))) {
            try (DirectoryStream<Path> docs =
                    Files.newDirectoryStream(root.resolve("docs"), "*.md")) {
                docs.forEach(paths::add);
            }
        }
        paths.sort(Comparator.comparing(Path::toString));
        final List<TextFile> files = new ArrayList<>();
        for (final Path path : paths) {
            files.add(new TextFile(root.relativize(path).toString(), Files.readString(path)));
        }
        return new Documents(files, 0);
    }

    /** The directory with the launcher that this code was built below; null if there is none. */
    static Path checkoutAbove(final Path code) {
        for (Path directory = code.getParent(); // demo/target/hotspan-demo.jar
                directory != null;
                directory = directory.getParent()) {
            if (Files.isRegularFile(directory.resolve(LAUNCHER))
                    && Files.isRegularFile(directory.resolve("demo/pom.xml"))) {
                return directory;
            }
        }
        return null;
    }

    private static Path codeLocation() throws IOException {
        try {
            return Path.of(
                            OwnDocumentation.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .toAbsolutePath();
        } catch (final URISyntaxException e) {
            throw new IOException("cannot tell where the program lies", e);
        }
    }
}
