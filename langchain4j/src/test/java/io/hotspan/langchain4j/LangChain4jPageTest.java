package io.hotspan.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.rag.content.Content;
import io.hotspan.Hotspan;
import io.hotspan.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of docs/openai.md about LangChain4j is code that runs. */
class LangChain4jPageTest {
    private static final Path PAGE = Path.of("..", "docs", "openai.md");
    private static final Path SNIPPET =
            Path.of("src", "test", "java", "io", "hotspan", "langchain4j")
                    .resolve("LangChain4jSnippet.java");
    private static final Pattern JAVA_BLOCK =
            Pattern.compile("## LangChain4j.*?```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("// region listeners\\n(.*?)// endregion", Pattern.DOTALL);

    @TempDir Path directory;

    @Test
    void theCodeOfThePageIsCodeThatCompiles() throws IOException {
        assertThat(group(JAVA_BLOCK, PAGE)).isEqualTo(group(REGION, SNIPPET));
    }

    @Test
    void theCodeOfThePageLeavesASpanOfEachCall() throws IOException {
        try (Hotspan hotspan = Hotspan.open(directory);
                AnsweringServer server = new AnsweringServer()) {
            server.willAnswer(
                    200,
                    """
                    {"id": "1", "object": "chat.completion", "created": 1, "model": "gpt-4o-mini",
                     "choices": [{"index": 0, "finish_reason": "stop",
                       "message": {"role": "assistant", "content": "Hi"}}]}
                    """);
            LangChain4jSnippet.run(
                    hotspan,
                    server.baseUrl(),
                    "key",
                    new Zeros(),
                    query -> List.of(Content.from("a passage")));

            hotspan.flush();
            final List<String> names = new ArrayList<>();
            hotspan.traces().forEach((final Trace trace) -> names.add(trace.root().name()));
            assertThat(names)
                    .containsExactlyInAnyOrder("Completions", "Embeddings", "ContentRetriever");
        }
    }

    private static String group(final Pattern pattern, final Path file) throws IOException {
        final Matcher matcher = pattern.matcher(Files.readString(file));
        assertThat(matcher.find()).as(file.toString()).isTrue();
        return matcher.group(1).replaceAll("\\s+", "");
    }

    /** Embeds everything alike. */
    private static final class Zeros implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(final List<TextSegment> segments) {
            return Response.from(
                    segments.stream().map(segment -> Embedding.from(new float[2])).toList());
        }
    }
}
