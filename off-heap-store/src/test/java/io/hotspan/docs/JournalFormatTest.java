package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalFormatTest {
    private static final Path RECORDS =
            Path.of("..", "core", "src", "main", "java", "io", "hotspan", "record");
    private static final Path PAGE = Path.of("..", "docs", "journal-format.md");
    private static final Pattern PICTURE = Pattern.compile("<pre>\\n(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("public static final int (\\w+) = (\\d+);");

    @Test
    void thePageDrawsEachRecordAsItsDescriptorDoes() throws IOException {
        final String page = withoutIndent(Files.readString(PAGE));
        try (Stream<Path> files = Files.list(RECORDS)) {
            final List<Path> descriptors =
                    files.filter(file -> file.toString().endsWith("Descriptor.java")).toList();
            assertThat(descriptors).hasSizeGreaterThan(10);
            for (final Path descriptor : descriptors) {
                final Matcher picture = PICTURE.matcher(Files.readString(descriptor));
                assertThat(picture.find()).as(descriptor.toString()).isTrue();
                assertThat(page)
                        .as(descriptor.toString())
                        .contains(withoutIndent(picture.group(1).replaceAll("(?m)^ \\* ?", "")));
            }
        }
    }

    @Test
    void thePageListsEachTypeWithItsNumber() throws IOException {
        final String page = Files.readString(PAGE);
        final Matcher type = TYPE.matcher(Files.readString(RECORDS.resolve("RecordType.java")));
        while (type.find()) {
            assertThat(page).contains("| " + type.group(2) + " | " + type.group(1) + " |");
        }
    }

    private static String withoutIndent(final String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }
}
