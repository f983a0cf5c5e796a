package io.hotspan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.client.LoadProgress;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.corpus.TextFile;
import io.hotspan.journal.JournalException;
import io.hotspan.replay.JournalStatistics;
import io.hotspan.replay.Replay;
import io.hotspan.replay.TraceSummary;
import io.hotspan.replay.VerifyReport;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceState;
import io.hotspan.trace.TraceTree;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DemoTest {
    @TempDir Path scratch;
    private final Corpus corpus =
            new Corpus(
                    IntStream.range(0, 20)
                            .mapToObj(
                                    i ->
                                            new TextFile(
                                                    "docs/" + i + ".md",
                                                    "# Part "
                                                            + i
                                                            + "\n\nThe part "
                                                            + i
                                                            + " is here."))
                            .toList());

    @AfterEach
    void close() throws IOException {
        corpus.close();
    }

    @Test
    void theJournalHasExactlyTheSpansThatWereCounted() throws Exception {
        final DemoResult result = run(25, 3);
        assertThat(result.load().answered()).isEqualTo(23);
        assertThat(result.load().refused()).isEqualTo(2);
        assertThat(result.load().failed()).isZero();
        assertThat(result.openedSpans()).isEqualTo(23 * 4 + 2 * 2);
        final JournalStatistics statistics = new Replay(journal()).statistics();
        assertThat(statistics.spans()).isEqualTo(result.openedSpans());
        assertThat(statistics.traces()).isEqualTo(25);
        assertThat(statistics.openSpans()).isZero();
        assertThat(statistics.lostSpans() + statistics.lostRecords()).isZero();
        assertThat(statistics.errors()).isEqualTo(4);
        assertThat(new Replay(journal()).verify()).matches(VerifyReport::isWhole);
    }

    @Test
    void clientAndServerAreOneTrace() throws Exception {
        run(2, 1);
        final List<TraceSummary> traces = new Replay(journal()).newest(10);
        assertThat(traces).hasSize(2);
        assertThat(TraceTree.compact(trace(traces.get(0))))
                .isEqualTo("ask OK\n  answer OK\n    retrieve OK\n    chat OK\n");
    }

    @Test
    void eachTraceNamesItsClient() throws Exception {
        run(2, 1);
        final Trace trace = trace(new Replay(journal()).newest(1).get(0));
        assertThat(trace.info().metadata()).containsEntry("mlflow.trace.session", "ask-client-1");
    }

    @Test
    void aRefusedQuestionIsATraceWithTwoErrors() throws Exception {
        run(4, 1);
        final List<TraceSummary> refused =
                new Replay(journal())
                        .newest(10).stream()
                                .filter(trace -> trace.state() == TraceState.ERROR)
                                .toList();
        assertThat(refused).hasSize(1);
        assertThat(TraceTree.compact(trace(refused.get(0))))
                .isEqualTo(
                        "ask ERROR AskException: HTTP 422: the question is empty; ask something of"
                                + " 1 to 1000 characters\n"
                                + "  answer ERROR InvalidQuestionException: the question is empty;"
                                + " ask something of 1 to 1000 characters\n");
    }

    @Test
    void anotherRunIsAddedToTheSameJournal() throws Exception {
        final DemoResult first = run(3, 1);
        final DemoResult second = run(2, 1);
        assertThat(first.earlierSpans()).isZero();
        assertThat(second.earlierSpans()).isEqualTo(first.openedSpans());
        assertThat(new Replay(journal()).statistics().spans())
                .isEqualTo(first.openedSpans() + second.openedSpans());
    }

    @Test
    void stoppedInTheMiddleItLeavesAWholeJournal() throws Exception {
        final Demo demo = new Demo(settings(100_000, 2, null), corpus);
        final DemoResult result =
                demo.run(
                        service -> {},
                        progress -> {
                            if (progress.done() > 0) {
                                demo.stop();
                            }
                        });
        assertThat(result.load().done()).isBetween(1, 99_999);
        assertThat(new Replay(journal()).statistics().spans()).isEqualTo(result.openedSpans());
        assertThat(new Replay(journal()).verify()).matches(VerifyReport::isWhole);
    }

    @Test
    void stoppedBeforeItBeginsItAsksNothing() throws Exception {
        final Demo demo = new Demo(settings(10, 1, null), corpus);
        demo.stop();
        assertThat(demo.run(service -> {}, progress -> {}).openedSpans()).isZero();
    }

    @Test
    void aModelThatIsNotThereFailsEachQuestionButLosesNoSpan() throws Exception {
        final ChatEndpoint nobody =
                new ChatEndpoint(URI.create("http://127.0.0.1:1/v1"), "key", "model");
        final DemoResult result =
                new Demo(settings(2, 1, nobody), corpus).run(service -> {}, progress -> {});
        assertThat(result.load().failed()).isEqualTo(2);
        assertThat(result.load().failure())
                .startsWith("HTTP 502: no answer from http://127.0.0.1:1");
        assertThat(new Replay(journal()).statistics().spans()).isEqualTo(8);
    }

    @Test
    void progressIsToldUpToTheEnd() throws Exception {
        final AtomicInteger last = new AtomicInteger();
        new Demo(settings(5, 2, null), corpus)
                .run(service -> {}, progress -> last.set(progress.done()));
        assertThat(last).hasValue(5);
    }

    @Test
    void aDirectoryWithOtherFilesIsRefused() throws IOException {
        Files.createDirectory(journal());
        Files.writeString(journal().resolve("letter.txt"), "dear …");
        assertThatThrownBy(() -> run(1, 1))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(journal().toString());
        assertThat(journal()).isDirectoryContaining("glob:**letter.txt");
    }

    private DemoResult run(final int requests, final int concurrency) throws Exception {
        return new Demo(settings(requests, concurrency, null), corpus)
                .run(service -> assertThat(service.getPath()).isEqualTo("/ask"), this::check);
    }

    private void check(final LoadProgress progress) {
        assertThat(progress.done()).isBetween(0, progress.total());
    }

    private DemoSettings settings(
            final int requests, final int concurrency, final ChatEndpoint endpoint) {
        return new DemoSettings(journal(), requests, concurrency, endpoint);
    }

    private Path journal() {
        return scratch.resolve("journal");
    }

    private Trace trace(final TraceSummary summary) {
        return new Replay(journal()).find(summary.id()).orElseThrow();
    }
}
