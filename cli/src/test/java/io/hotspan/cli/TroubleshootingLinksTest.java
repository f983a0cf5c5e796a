package io.hotspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each link to the troubleshooting page that a message may end in leads somewhere. */
class TroubleshootingLinksTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK =
            Pattern.compile("docs/troubleshooting\\.md(?:\"\\s*\\+\\s*\")?#([A-Za-z0-9_-]+)");
    private static final Pattern ANCHOR_ALONE = Pattern.compile("\"#([a-z0-9-]+)\"");

    @Test
    void eachLinkInMainCodeHasAHeading() throws Exception {
        final Set<String> links = linksInMainCode();
        assertThat(links).contains("unknown-trace", "a-journal-that-cannot-be-read");
        assertThat(headings()).containsAll(links);
    }

    private static Set<String> headings() throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve("docs/troubleshooting.md"))) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ *", "").toLowerCase(Locale.ROOT))
                    .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> linksInMainCode() throws IOException {
        final Set<String> links = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (final Path module : modules.toList()) {
                final Path sources = module.resolve("src/main/java");
                if (Files.isDirectory(sources)) {
                    addLinks(sources, links);
                }
            }
        }
        return links;
    }

    private static void addLinks(final Path sources, final Set<String> links) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(TroubleshootingLinksTest::read)
                    .filter(text -> text.contains("docs/troubleshooting.md"))
                    .forEach(
                            text -> {
                                addAll(LINK.matcher(text), links);
                                addAll(ANCHOR_ALONE.matcher(text), links);
                            });
        }
    }

    private static void addAll(final Matcher matcher, final Set<String> links) {
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
