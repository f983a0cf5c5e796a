package io.hotspan.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The examples of this package: what stands between {@code // region NAME} and {@code // endregion}
 * in its files, which are compiled and run.
 */
final class Regions {
    private static final Path FOLDER = Path.of("src", "test", "java", "io", "hotspan", "docs");
    private static final Pattern REGION =
            Pattern.compile("// @start region=([a-z-]+)\\n(.*?)// @end", Pattern.DOTALL);

    /** Examples of other modules, which are run there. */
    private static final List<Path> ELSEWHERE =
            List.of(
                    Path.of("../javaagent/src/test/java/com/acme/Shop.java"),
                    Path.of("../openai/src/test/java/io/hotspan/openai/OpenAiSnippet.java"),
                    Path.of(
                            "../langchain4j/src/test/java/io/hotspan/langchain4j/LangChain4jSnippet.java"));

    private static final Pattern REGION_ELSEWHERE =
            Pattern.compile("// region (\\S+)\\n(.*?)// endregion", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private Regions() {}

    /** The code of each region, without white space, by its name. */
    static Map<String, String> all() throws IOException {
        final Map<String, String> regions = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (final Path file : files.sorted().toList()) {
                add(REGION, file, "", regions);
            }
        }
        for (final Path file : ELSEWHERE) {
            add(REGION_ELSEWHERE, file, file.getFileName() + "#", regions);
        }
        return regions;
    }

    private static void add(
            final Pattern pattern,
            final Path file,
            final String prefix,
            final Map<String, String> regions)
            throws IOException {
        final Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            final String before =
                    regions.put(prefix + matcher.group(1), withoutSpace(matcher.group(2)));
            if (before != null) {
                throw new AssertionError("two regions named " + matcher.group(1));
            }
        }
    }

    /** The blocks of Java in a page, without white space. */
    static List<String> javaBlocks(final Path page) throws IOException {
        return JAVA_BLOCK
                .matcher(Files.readString(page))
                .results()
                .map(block -> withoutSpace(block.group(1)))
                .toList();
    }

    private static String withoutSpace(final String code) {
        return code.replaceAll("\\s+", "");
    }
}
