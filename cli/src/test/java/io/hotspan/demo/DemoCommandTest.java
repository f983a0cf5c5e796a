package io.hotspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is refused before anything runs. What runs is in DemoIT, in the module demo. */
class DemoCommandTest {
    private static final int WRONG_USE = 2;

    @TempDir Path scratch;
    private final StringWriter err = new StringWriter();
    private Map<String, String> environment = Map.of();

    @ParameterizedTest
    @CsvSource({
        "--requests, 0, 'min=1, max=100000'",
        "--requests, 100001, 'min=1, max=100000'",
        "--concurrency, 0, 'min=1, max=64'",
        "--concurrency, -3, 'min=1, max=64'",
        "--concurrency, 65, 'min=1, max=64'",
        "--requests, many, 'not an int'",
    })
    void aNumberOutOfRangeIsWrongUse(
            final String option, final String value, final String expected) {
        assertThat(execute(option, value)).isEqualTo(WRONG_USE);
        assertThat(err.toString()).contains(option, value, expected);
    }

    @Test
    void aCorpusThatIsNotThereIsWrongUse() {
        final String folder = scratch.resolve("none").toString();
        assertThat(execute("--corpus", folder)).isEqualTo(WRONG_USE);
        assertThat(err.toString()).contains("--corpus " + folder, "NoSuchFileException");
    }

    @Test
    void aCorpusThatIsAFileIsWrongUse() throws Exception {
        final String file = Files.createFile(scratch.resolve("file")).toString();
        assertThat(execute("--corpus", file)).isEqualTo(WRONG_USE);
        assertThat(err.toString()).contains("--corpus " + file, "NotDirectoryException");
    }

    @Test
    void anAddressOfAModelThatIsNoneIsWrongUse() {
        environment = Map.of("OPENAI_BASE_URL", "localhost:11434", "OPENAI_API_KEY", "key");
        assertThat(execute("--dir", scratch.toString())).isEqualTo(WRONG_USE);
        assertThat(err.toString()).contains("OPENAI_BASE_URL", "\"localhost:11434\"");
    }

    @Test
    void withoutTheProgramThereIsNoDemo() {
        assertThat(execute("--dir", scratch.toString())).isEqualTo(WRONG_USE);
        assertThat(err.toString())
                .contains("hotspan-demo.jar", "hotspan-agent.jar", "run ./hotspan demo");
    }

    private int execute(final String... arguments) {
        final Terminal pipe = new Terminal(false, false, false, 100);
        final PrintWriter out = new PrintWriter(new StringWriter());
        return new CommandLine(
                        new DemoCommand(out, new PrintWriter(err), pipe, environment, report -> 0))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
