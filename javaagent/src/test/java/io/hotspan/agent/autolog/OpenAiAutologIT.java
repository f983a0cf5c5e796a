package io.hotspan.agent.autolog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hotspan.replay.Replay;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs with the OpenAI SDK, started with the agent, and what their journals hold. */
class OpenAiAutologIT {
    private static final Path AGENT = Path.of("target", "hotspan-agent.jar").toAbsolutePath();

    @TempDir Path directory;

    @Test
    void everyClientIsTracedWithoutAChangeToTheCode() throws Exception {
        final List<String> output = run("-Dhotspan.autolog=openai");

        final List<SpanData> spans = roots();
        assertThat(output)
                .containsExactly("chatcmpl-1", "chatcmpl-1", "1", "1", "OpenAIClientImpl");
        assertThat(spans)
                .extracting(SpanData::name, SpanData::type)
                .containsExactlyInAnyOrder(
                        tuple("Completions", "CHAT_MODEL"),
                        tuple("Completions", "CHAT_MODEL"),
                        tuple("Completions", "CHAT_MODEL"),
                        tuple("Embeddings", "EMBEDDING"));
        assertThat(spans).noneMatch(SpanData::isOpen);
        assertThat(spans)
                .filteredOn(span -> !span.events().isEmpty())
                .singleElement()
                .satisfies(
                        streamed -> assertThat(streamed.outputs().toString()).contains("streamed"));
        assertThat(spans)
                .filteredOn(span -> span.outputs().toString().contains("Hello"))
                .hasSize(2)
                .allSatisfy(
                        span ->
                                assertThat(span.attributes())
                                        .containsEntry(
                                                "mlflow.chat.tokenUsage",
                                                Map.of(
                                                        "input_tokens",
                                                        3L,
                                                        "output_tokens",
                                                        1L,
                                                        "total_tokens",
                                                        4L)));
    }

    @Test
    void noClientIsTracedUnlessAskedFor() throws Exception {
        final List<String> output = run("-Dhotspan.autolog=none");

        assertThat(output)
                .containsExactly("chatcmpl-1", "chatcmpl-1", "1", "1", "OpenAIClientImpl");
        assertThat(roots()).isEmpty();
    }

    private List<SpanData> roots() {
        final List<SpanData> roots = new ArrayList<>();
        new Replay(directory.resolve("journal"))
                .forEachTrace((final Trace trace) -> roots.add(trace.root()));
        return roots;
    }

    private List<String> run(final String option) throws IOException, InterruptedException {
        final Path output = directory.resolve("output");
        final Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-javaagent:" + AGENT,
                                option,
                                "-Dhotspan.dir=" + directory.resolve("journal"),
                                "-cp",
                                classPathOfThePrograms(),
                                ChatProgram.class.getName())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    /** Without Hotspan's modules: the programs do not know them. */
    private static String classPathOfThePrograms() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("hotspan-") && !entry.endsWith("classes"))
                .filter(entry -> !entry.contains("byte-buddy"))
                .collect(
                        Collectors.joining(
                                File.pathSeparator,
                                Path.of("target", "test-classes").toAbsolutePath()
                                        + File.pathSeparator,
                                ""));
    }
}
