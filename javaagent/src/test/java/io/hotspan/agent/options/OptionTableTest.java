package io.hotspan.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table in docs/agent.md says what the code does. */
class OptionTableTest {
    @Test
    void theTableHasEveryOptionWithItsDefaultAndWhatIsAllowed() throws IOException {
        final List<String> rows =
                Files.readAllLines(Path.of("..", "docs", "agent.md")).stream()
                        .filter(line -> line.startsWith("| `hotspan."))
                        .toList();
        final List<String> expected =
                Arrays.stream(AgentOption.values()).map(OptionTableTest::row).toList();
        assertThat(rows).isEqualTo(expected);
    }

    private static String row(final AgentOption option) {
        final String defaultText = option.defaultText();
        return "| `"
                + option.key()
                + "` |"
                + (defaultText.isEmpty() ? "" : " `" + defaultText + "`")
                + " | "
                + option.allowed()
                + " |";
    }
}
