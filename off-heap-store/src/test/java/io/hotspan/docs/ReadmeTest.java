package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.journal.ChildJvm;
import io.hotspan.trace.TraceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SNIPPET =
            Path.of("src", "test", "java", "io", "hotspan", "docs", "ReadmeSnippet.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("// region first-screen\\n(.*?)// endregion", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

    @TempDir Path directory;

    @Test
    void theCodeOfTheFirstScreenIsCodeThatCompiles() throws IOException {
        assertThat(withoutSpace(group(JAVA_BLOCK, README)))
                .isEqualTo(withoutSpace(group(REGION, SNIPPET)));
    }

    @Test
    void theCodeOfTheFirstScreenShowsTheTraceOfTheAnswer() throws Exception {
        final String output =
                ChildJvm.outputOf(
                        ChildJvm.withOptions(Program.class).directory(directory.toFile()));

        assertThat(output).contains("answer").contains("CHAIN").contains("a span");
    }

    @Test
    void everyPageThatTheReadmeLinksToIsThere() throws IOException {
        final Matcher link = LINK.matcher(Files.readString(README));
        while (link.find()) {
            assertThat(README.resolveSibling(link.group(1))).exists();
        }
    }

    private static String group(final Pattern pattern, final Path file) throws IOException {
        final Matcher matcher = pattern.matcher(Files.readString(file));
        assertThat(matcher.find()).as(file.toString()).isTrue();
        return matcher.group(1);
    }

    private static String withoutSpace(final String code) {
        return code.replaceAll("\\s+", "");
    }

    /** Runs the snippet in a directory of its own. */
    static final class Program {
        private Program() {}

        public static void main(final String[] arguments) {
            ReadmeSnippet.run(
                    "a span",
                    trace -> System.out.println(TraceTree.compact(trace) + trace.toJson()));
        }
    }
}
