package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of documentation hold together: their code is run, their links lead somewhere. */
class PagesTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern LINK =
            Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TOP.resolve("docs"))) {
            return Stream.concat(
                    Stream.of(TOP.resolve("README.md"), TOP.resolve("CONTRIBUTING.md")),
                    files.filter(file -> file.toString().endsWith(".md")).toList().stream());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/guide.md"})
    void everyBlockOfJavaIsCodeThatIsCompiledAndRun(final String page) throws IOException {
        final Map<String, String> regions = Regions.all();
        final List<String> blocks = Regions.javaBlocks(TOP.resolve(page));

        assertThat(blocks).isNotEmpty();
        assertThat(regions.values()).containsAll(blocks);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAPageAndAHeadingThatAreThere(final Path page) throws IOException {
        final Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            final Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).as("link of %s", page).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).as("link of %s", page).contains(link.group(2));
            }
        }
    }

    /** Headings as links name them. */
    private static List<String> anchors(final Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
