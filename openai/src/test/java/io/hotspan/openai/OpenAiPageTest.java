package io.hotspan.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of docs/openai.md that this module is about is code that runs. */
class OpenAiPageTest {
    private static final Path PAGE = Path.of("..", "docs", "openai.md");
    private static final Path SNIPPET =
            Path.of("src", "test", "java", "io", "hotspan", "openai", "OpenAiSnippet.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("// region \\S+\\n(.*?)// endregion", Pattern.DOTALL);

    @TempDir Path directory;

    @Test
    void theCodeOfThePageIsCodeThatCompiles() throws IOException {
        final String page = Files.readString(PAGE);
        final String ofThisModule = page.substring(0, page.indexOf("## LangChain4j"));

        assertThat(groups(JAVA_BLOCK, ofThisModule))
                .isNotEmpty()
                .isEqualTo(groups(REGION, Files.readString(SNIPPET)));
    }

    @Test
    void theCodeOfThePageLeavesASpanOfEachCall() throws IOException {
        try (TracedClient client = new TracedClient(directory)) {
            client.server().willAnswer(Reply.of("chat.json"), Reply.of("chat.sse"));
            System.setProperty("openai.baseUrl", client.server().baseUrl());
            System.setProperty("openai.apiKey", "key");

            assertThat(OpenAiSnippet.answer(client.hotspan(), Requests.CHAT))
                    .startsWith("chatcmpl-");
            assertThat(client.span().outputs()).isEqualTo(Json.read(Reply.text("chat.json")));

            OpenAiSnippet.stream(client.traced(), Requests.CHAT);
            assertThat(Json.write(client.span().outputs())).contains("Hello wörld");
        } finally {
            System.clearProperty("openai.baseUrl");
            System.clearProperty("openai.apiKey");
        }
    }

    private static List<String> groups(final Pattern pattern, final String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
