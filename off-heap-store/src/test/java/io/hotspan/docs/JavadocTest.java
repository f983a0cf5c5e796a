package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API is described, and the descriptions hold: their links, and the code they show. */
class JavadocTest {
    private static final List<Path> SOURCES =
            List.of(Path.of("..", "core", "src", "main", "java"), Path.of("src", "main", "java"));

    @TempDir Path directory;

    @Test
    void everyPublicTypeAndMethodHasAComment() throws IOException {
        assertThat(UncommentedApi.in(sources())).isEmpty();
    }

    @Test
    void javadocAcceptsEveryCommentAndFindsTheCodeThatItShows() throws IOException {
        assumeTrue(
                Runtime.version().feature() >= 21,
                "skipped: the javadoc of JDK 17 does not know @snippet");
        final List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-quiet",
                                "-Xdoclint:all,-missing",
                                "-Werror",
                                "--release",
                                "17",
                                "--snippet-path",
                                Path.of("src", "test", "java").toString(),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                directory.toString()));
        sources().forEach(source -> arguments.add(source.toString()));
        final StringWriter told = new StringWriter();
        final PrintWriter output = new PrintWriter(told);

        final int exitCode =
                ToolProvider.findFirst("javadoc")
                        .orElseThrow()
                        .run(output, output, arguments.toArray(String[]::new));

        assertThat(exitCode).as(told.toString()).isZero();
        assertThat(directory.resolve("io/hotspan/tracing/Tracer.html"))
                .content()
                .contains("String answer = ask(question);");
    }

    private static List<Path> sources() throws IOException {
        final List<Path> sources = new ArrayList<>();
        for (final Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
