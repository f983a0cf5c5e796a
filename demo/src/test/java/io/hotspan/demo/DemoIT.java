package io.hotspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.SpanType;
import io.hotspan.replay.Replay;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceState;
import io.hotspan.trace.TraceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo as a user runs it, and what the agent has recorded of a program without a call of it.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final Pattern COUNTS =
            Pattern.compile(
                    "The program made ([0-9,]+) traced calls, the journal gave back ([0-9,]+)"
                            + " spans, nothing was lost: that is right\\.");

    private Path shared;
    private DemoRun demo; // one run serves most tests

    @BeforeAll
    void runOnce(@TempDir final Path directory) throws Exception {
        shared = directory;
        demo = DemoRun.of(shared, "demo", "--requests", "20");
    }

    @Test
    void itsNumbersAreTrue() {
        assertThat(demo.err()).doesNotContain("hotspan");
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out())
                .contains("20 questions in ", ": 19 answered, 1 refused, 0 failed\n")
                .contains("traces   20\n", "errors   2 spans\n");
        final Matcher counts = COUNTS.matcher(demo.out());
        assertThat(counts.find()).isTrue();
        assertThat(counts.group(1)).isEqualTo(counts.group(2));
        assertThat(counts.group(1)).isEqualTo(Integer.toString(19 * 9 + 2));
    }

    @Test
    void clientServiceAndModelsAreOneTrace() throws Exception {
        assertThat(answered())
                .hasSize(19)
                .allSatisfy(
                        trace ->
                                assertThat(TraceTree.compact(trace))
                                        .isEqualTo(
                                                """
                                                ask OK
                                                  answer OK
                                                    retrieve OK
                                                      Corpus.search OK
                                                      Embeddings OK
                                                      rank OK
                                                    Completions OK
                                                    read_next_passage OK
                                                    Completions OK
                                                """));
    }

    @Test
    void theSpansSayWhatTheyAre() throws Exception {
        final Trace trace = answered().get(0);
        assertThat(trace.spans())
                .extracting(SpanData::type)
                .containsExactlyInAnyOrder(
                        SpanType.TASK,
                        SpanType.CHAIN,
                        SpanType.RETRIEVER,
                        SpanType.UNKNOWN,
                        SpanType.EMBEDDING,
                        SpanType.RERANKER,
                        SpanType.CHAT_MODEL,
                        SpanType.TOOL,
                        SpanType.CHAT_MODEL);
        assertThat((List<?>) span(trace, "retrieve").outputs())
                .isNotEmpty()
                .allSatisfy(
                        document ->
                                assertThat(((Map<?, ?>) document).keySet())
                                        .hasToString("[page_content, metadata, id]"));
        assertThat(span(trace, "rank").attributes()).containsKey("candidates");
        final SpanData model = span(trace, "Completions");
        assertThat(model.attributes()).containsKey("mlflow.chat.tokenUsage");
        assertThat(model.events()).isNotEmpty();
        assertThat(model.outputs().toString()).contains("read_next_passage");
    }

    @Test
    void aQuestionThatIsRefusedIsATraceWithTwoErrors() throws Exception {
        assertThat(traces())
                .filteredOn(trace -> trace.info().state() == TraceState.ERROR)
                .singleElement()
                .satisfies(
                        trace ->
                                assertThat(TraceTree.compact(trace).lines())
                                        .hasSize(2)
                                        .first()
                                        .asString()
                                        .startsWith("ask ERROR AskException: refused: "));
    }

    @Test
    void itShowsASlowTraceAndOneThatFailed() {
        assertThat(demo.out())
                .contains("The slowest trace", "└─ answer  CHAIN", "└─ Completions  CHAT_MODEL")
                .contains("✗ InvalidQuestionException: the question is empty");
    }

    @Test
    void itsLinesFitIntoHundredColumns() {
        assertThat(demo.out().lines())
                .filteredOn(line -> !line.contains("/hotspan ")) // as long as the path is
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(101).doesNotContain("\u001b"));
    }

    @Test
    void theJournalItNamesIsWhole(@TempDir final Path scratch) throws Exception {
        assertThat(DemoRun.of(scratch, "verify", journal()).exitCode()).isZero();
    }

    @Test
    void anotherRunMayUseTheSameJournal(@TempDir final Path scratch) throws Exception {
        DemoRun.of(scratch, "demo", "--requests", "2", "--dir", "d");
        final DemoRun run = DemoRun.of(scratch, "demo", "--requests", "2", "--dir", "d");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("made 18 traced calls, the journal gave back 18 spans besides 18 from");
    }

    @Test
    void aFolderOfTextIsAskedToo(@TempDir final Path scratch) throws Exception {
        Files.createDirectories(scratch.resolve("texts"));
        Files.writeString(scratch.resolve("texts/tea.txt"), "Tea is made with boiling water.\n");
        Files.write(scratch.resolve("texts/picture"), new byte[] {0, 1, 2});
        final DemoRun run = DemoRun.of(scratch, "demo", "--requests", "2", "--corpus", "texts");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("; 1 file skipped");
    }

    @Test
    void aDirectoryWithOtherFilesIsWrongUse(@TempDir final Path scratch) throws Exception {
        Files.createDirectory(scratch.resolve("d"));
        Files.writeString(scratch.resolve("d/letter.txt"), "dear …");
        final DemoRun run = DemoRun.of(scratch, "demo", "--dir", "d");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("d");
        assertThat(scratch.resolve("d")).isDirectoryContaining("glob:**letter.txt");
    }

    @Test
    void aModelThatIsNotThereFailsEachQuestionButLosesNoSpan(@TempDir final Path scratch)
            throws Exception {
        final DemoRun run =
                DemoRun.of(
                        scratch,
                        Map.of("OPENAI_BASE_URL", "http://127.0.0.1:1/v1", "OPENAI_API_KEY", "k"),
                        "demo",
                        "--requests=2");
        assertThat(run.out())
                .contains(": 0 answered, 0 refused, 2 failed\nthe first that failed: ")
                .contains("127.0.0.1:1")
                .containsPattern(COUNTS);
        assertThat(run.exitCode()).isZero();
    }

    private List<Trace> answered() throws Exception {
        return traces().stream().filter(trace -> trace.info().state() == TraceState.OK).toList();
    }

    private List<Trace> traces() throws Exception {
        final List<Trace> traces = new ArrayList<>();
        new Replay(journal()).forEachTrace(traces::add);
        return traces;
    }

    private Path journal() throws Exception {
        try (Stream<Path> made = Files.list(shared.resolve("hotspan-demo"))) {
            final List<Path> journals = made.toList();
            assertThat(journals).hasSize(1);
            assertThat(demo.out())
                    .contains("journal  hotspan-demo/" + journals.get(0).getFileName() + "\n");
            return journals.get(0);
        }
    }

    private static SpanData span(final Trace trace, final String name) {
        return trace.spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
