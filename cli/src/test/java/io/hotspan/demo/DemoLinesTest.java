package io.hotspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.progress.LoadProgress;
import io.hotspan.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoLinesTest {
    private final StringWriter out = new StringWriter();

    @Test
    void itSaysThatTheStandInIsNoModel() {
        writeStart(null, Map.of());
        assertThat(out.toString())
                .contains(
                        "model    none: ",
                        "(with OPENAI_BASE_URL and OPENAI_API_KEY set, that model is asked)");
    }

    @Test
    void itSaysWhatIsMissingForAModel() {
        writeStart(null, Map.of("OPENAI_API_KEY", "key"));
        assertThat(out.toString()).contains("OPENAI_API_KEY is set, but not OPENAI_BASE_URL");
    }

    @Test
    void itSaysWhichModelIsAsked() {
        writeStart(new ChatEndpoint(URI.create("https://host/v1"), "secret", "m-1"), Map.of());
        assertThat(out.toString())
                .contains("model    m-1 at https://host/v1\n", "OPENAI_EMBEDDING_MODEL")
                .doesNotContain("secret");
    }

    @Test
    void itSaysHowMuchTextThereIsAndWhatWasSkipped() {
        writeStart(null, Map.of());
        assertThat(out.toString())
                .contains("text     1 passage of 1 document; 2 files skipped (")
                .contains("journal  some/dir\n");
    }

    @Test
    void allLinesFitIntoHundredColumns() {
        writeStart(null, Map.of());
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
    }

    @Test
    void theEndCountsAnswers() {
        lines(null).writeEnd(new LoadProgress(200, 190, 10, 0, 2_000_000_000L, null));
        assertThat(out)
                .hasToString(
                        "200 questions in 2.00 s (100/s): 190 answered, 10 refused, 0 failed\n");
    }

    @Test
    void theEndTellsTheFirstFailure() {
        lines(null).writeEnd(new LoadProgress(1, 0, 0, 1, 1_000_000_000L, "HTTP 502: no"));
        assertThat(out.toString()).endsWith("1 failed\nthe first that failed: HTTP 502: no\n");
    }

    @Test
    void aFailureThatAServerWordedIsHarmless() {
        lines(null).writeEnd(new LoadProgress(1, 0, 0, 1, 1_000_000_000L, "no\n\u001b[31m"));
        assertThat(out.toString()).endsWith("failed: no\\n\\u001b[31m\n");
    }

    private void writeStart(final ChatEndpoint endpoint, final Map<String, String> environment) {
        lines(endpoint).writeStart(new TextCounts(1, 1, 2), environment);
    }

    private DemoLines lines(final ChatEndpoint endpoint) {
        return new DemoLines(
                new PrintWriter(out),
                new Terminal(false, false, false, 100),
                new DemoSettings(Path.of("some/dir"), 200, 2, endpoint, null, null));
    }
}
