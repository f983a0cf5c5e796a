package io.hotspan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.JournalFixture;
import io.hotspan.model.StatusCode;
import io.hotspan.trace.TraceInfo;
import io.hotspan.trace.TraceState;
import io.hotspan.tracing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said of a trace as a whole, and what follows from its spans. */
class TraceLevelContractTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    private void level(final int level) {
        journal.tracer()
                .trace(
                        "level" + level,
                        span -> {
                            if (level < 5) {
                                level(level + 1);
                                return;
                            }
                            journal.tracer()
                                    .currentTrace()
                                    .setTag("fruit", "apple")
                                    .setTag("fruit", "pear")
                                    .setTag("gone", "soon")
                                    .setTag("gone", null)
                                    .setMetadata("build", "17")
                                    .setSessionId("session-1")
                                    .setUserId("user-1")
                                    .setClientRequestId("req-1")
                                    .setRequestPreview("in short")
                                    .setResponsePreview("out short");
                        });
    }

    @Test
    void aTraceIsUpdatedFromFiveLevelsDeep() {
        level(1);

        final TraceInfo info = journal.replayed().info();
        assertThat(info.tags())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("mlflow.traceName", "level1", "fruit", "pear"));
        assertThat(info.metadata())
                .containsEntry("build", "17")
                .containsEntry("mlflow.trace.session", "session-1")
                .containsEntry("mlflow.trace.user", "user-1");
        assertThat(info.clientRequestId()).isEqualTo("req-1");
        assertThat(info.requestPreview()).isEqualTo("in short");
        assertThat(info.responsePreview()).isEqualTo("out short");
    }

    @Test
    void aTraceIsUpdatedFromAnotherThread() throws Exception {
        try (Span root = journal.tracer().startSpan("root")) {
            final Thread thread =
                    new Thread(
                            root.context()
                                    .wrap(
                                            () -> {
                                                journal.tracer().currentTrace().setTag("k", "v");
                                            }));
            thread.start();
            thread.join();
        }

        assertThat(journal.replayed().info().tags()).containsEntry("k", "v");
    }

    @Test
    void previewsAreTheLastMessagesOfAChat() {
        try (Span span = journal.tracer().startSpan("chat")) {
            span.setInputs(
                    Map.of(
                            "messages",
                            List.of(
                                    Map.of("role", "user", "content", "first"),
                                    Map.of("role", "assistant", "content", "answer"),
                                    Map.of("role", "user", "content", "What is a ring?"))));
            span.setOutputs(
                    Map.of(
                            "choices",
                            List.of(
                                    Map.of(
                                            "message",
                                            Map.of(
                                                    "role",
                                                    "assistant",
                                                    "content",
                                                    "A circle of bytes.")))));
        }

        final TraceInfo info = journal.replayed().info();
        assertThat(info.requestPreview()).isEqualTo("What is a ring?");
        assertThat(info.responsePreview()).isEqualTo("A circle of bytes.");
    }

    @Test
    void otherPreviewsAreTheJsonUpToAThousandCharacters() {
        try (Span span = journal.tracer().startSpan("plain")) {
            span.setInputs(Map.of("x", 1)).setOutputs("y".repeat(2_000));
        }

        final TraceInfo info = journal.replayed().info();
        assertThat(info.requestPreview()).isEqualTo("{\"x\": 1}");
        assertThat(info.responsePreview()).hasSize(1_000).startsWith("\"yyy").endsWith("yyy...");
    }

    @Test
    void tokensAreSummedWithoutTheDescendantsOfASpanThatCarriesUsage() {
        try (Span root = journal.tracer().startSpan("root")) {
            try (Span agent = journal.tracer().startSpan("agent")) {
                agent.setAttribute("mlflow.chat.tokenUsage", usage(10, 20));
                journal.tracer()
                        .startSpan("llm")
                        .setAttribute("mlflow.chat.tokenUsage", usage(1, 2))
                        .close();
            }
            journal.tracer()
                    .startSpan("llm")
                    .setAttribute("mlflow.chat.tokenUsage", usage(100, 200))
                    .close();
        }

        assertThat(journal.replayed().info().metadata())
                .containsEntry(
                        "mlflow.trace.tokenUsage",
                        "{\"input_tokens\": 110, \"output_tokens\": 220, \"total_tokens\": 330}");
    }

    private static Map<String, Object> usage(final int input, final int output) {
        return Map.of(
                "input_tokens", input, "output_tokens", output, "total_tokens", input + output);
    }

    @Test
    void theStateIsThatOfTheRootUnlessTheProgramSaidOtherwise() {
        journal.tracer()
                .trace(
                        "root",
                        root -> {
                            journal.tracer().currentTrace().setState(StatusCode.ERROR);
                        });

        assertThat(journal.replayed().state()).isEqualTo(TraceState.ERROR);
        assertThat(journal.replayedTree()).isEqualTo("root OK\n");
    }

    @Test
    void aStateIsOkOrError() {
        try (Span root = journal.tracer().startSpan("root")) {
            assertThatThrownBy(() -> journal.tracer().currentTrace().setState(StatusCode.UNSET))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("OK or ERROR");
        }
    }

    @Test
    void nullChangesNothingButATag() {
        try (Span root = journal.tracer().startSpan("root")) {
            journal.tracer()
                    .currentTrace()
                    .setClientRequestId("req-1")
                    .setClientRequestId(null)
                    .setRequestPreview("in short")
                    .setRequestPreview(null)
                    .setResponsePreview("out short")
                    .setResponsePreview(null)
                    .setMetadata("k", "v")
                    .setMetadata("k", null)
                    .setState(StatusCode.ERROR)
                    .setState(null)
                    .setTag("t", "v")
                    .setTag("t", null);
        }

        final TraceInfo info = journal.replayed().info();
        assertThat(info.clientRequestId()).isEqualTo("req-1");
        assertThat(info.requestPreview()).isEqualTo("in short");
        assertThat(info.responsePreview()).isEqualTo("out short");
        assertThat(info.metadata()).containsEntry("k", "v");
        assertThat(info.state()).isEqualTo(TraceState.ERROR);
        assertThat(info.tags()).doesNotContainKey("t");
    }

    @Test
    void whereNoTraceIsNothingIsSaid() {
        journal.tracer().currentTrace().setTag("k", "v").setState(StatusCode.OK);

        assertThat(journal.tracer().currentTrace().traceId()).isEmpty();
        assertThat(journal.replayedAll()).isEmpty();
    }

    @Test
    void eachOfTenTasksOnFourThreadsFindsTheIdOfItsOwnLastTrace() throws Exception {
        final ExecutorService pool = Executors.newFixedThreadPool(4);
        final List<Future<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            final String name = "task" + i;
            tasks.add(
                    pool.submit(
                            () -> {
                                final String id;
                                try (Span root = journal.tracer().startSpan(name)) {
                                    id = root.traceId();
                                    journal.tracer().startSpan("child").close();
                                }
                                assertThat(journal.hotspan().lastTraceIdOfThread()).contains(id);
                                return id;
                            }));
        }

        for (int i = 0; i < tasks.size(); i++) {
            assertThat(journal.replayed(tasks.get(i).get()).root().name()).isEqualTo("task" + i);
        }
        pool.shutdown();
        assertThat(journal.hotspan().lastTraceIdOfThread()).isEqualTo(Optional.empty());
        assertThat(journal.hotspan().lastTraceId()).isPresent();
    }
}
