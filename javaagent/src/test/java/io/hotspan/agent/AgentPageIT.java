package io.hotspan.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Shop;
import io.hotspan.trace.SpanData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/agent.md are those of {@link Shop}, and do what the page says. */
class AgentPageIT {
    private static final Path PAGE = Path.of("..", "docs", "agent.md");
    private static final Path CODE = Path.of("src", "test", "java", "com", "acme", "Shop.java");
    private static final Pattern REGION =
            Pattern.compile("// region \\S+\\n(.*?)// endregion", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir Path scratch;

    @Test
    void everyBlockOfJavaIsCodeThatIsRun() throws Exception {
        assertThat(parts(BLOCK, PAGE)).isNotEmpty().isEqualTo(parts(REGION, CODE));
    }

    @Test
    void annotatedMethodsAndSpansByHandNest() throws Exception {
        final AgentRun run = new AgentRun(scratch).runQuietly(Shop.class);
        assertThat(run.lines()).containsExactly("TEA?");
        assertThat(run.trees()).containsExactly("answer[best[rank]]");
        final SpanData answer = run.span("answer");
        assertThat(answer.type()).isEqualTo("CHAIN");
        assertThat(answer.inputs()).isEqualTo(Map.of("question", "tea?", "depth", 2L));
        assertThat(answer.outputs()).isEqualTo("TEA?");
        assertThat(answer.attributes()).containsEntry("team", "search");
        assertThat(run.span("best").attributes()).containsEntry("depth", 2L);
    }

    private static List<String> parts(final Pattern pattern, final Path file) throws Exception {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(part -> part.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
