package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.JournalFixture;
import io.hotspan.model.Document;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.SpanQuery;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceTree;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chat at the end of the guide, run. */
class GuideChatTest {
    @RegisterExtension final JournalFixture journal = new JournalFixture();

    /** What the model gives, call by call: an answer, or nothing, and it fails. */
    private final Deque<String> replies = new ArrayDeque<>();

    private GuideChat.Chat chat(final String... answers) {
        replies.addAll(List.of(answers));
        return new GuideChat.Chat(journal.tracer(), GuideChatTest::find, this::reply, "session-1");
    }

    private static List<Document> find(final String question) {
        return question.contains("ring")
                ? List.of(
                        new Document(
                                "A ring is a circle of bytes.", Map.of("doc_uri", "a.md"), "1"))
                : List.of();
    }

    private GuideChat.Reply reply(final List<Map<String, String>> messages) throws IOException {
        final String text = replies.removeFirst();
        if (text.equals("fail")) {
            throw new IOException("overloaded");
        }
        return new GuideChat.Reply(text, 10L * messages.size(), 5);
    }

    private List<Trace> session() {
        return journal.replayedAll().stream()
                .filter(t -> "session-1".equals(t.info().metadata().get("mlflow.trace.session")))
                .toList();
    }

    @Test
    void eachTurnIsATraceOfOneSession() throws Exception {
        final GuideChat.Chat chat = chat("A circle.", "Of bytes.");
        chat.turn("What is a ring?");
        chat.turn("And of what?");

        assertThat(session()).hasSize(2);
        assertThat(session())
                .allSatisfy(
                        trace ->
                                assertThat(TraceTree.compact(trace))
                                        .isEqualTo(
                                                """
                                                user OK
                                                  retrieve OK
                                                  complete OK
                                                    validate OK
                                                """));
        assertThat(session())
                .extracting(trace -> trace.info().requestPreview())
                .containsExactly("What is a ring?", "And of what?");
        assertThat(session())
                .extracting(trace -> trace.info().responsePreview())
                .containsExactly("A circle.", "Of bytes.");
        assertThat(session())
                .extracting(trace -> trace.root().attributes().get("messages_length"))
                .containsExactly(1L, 3L);
    }

    @Test
    void theRetrieverGivesDocumentsAndItsMissIsAnEvent() throws Exception {
        final GuideChat.Chat chat = chat("A circle.", "No idea.");
        chat.turn("What is a ring?");
        chat.turn("What is a bell?");

        final SpanQuery retrievers = SpanQuery.builder().type(SpanType.RETRIEVER).build();
        assertThat(session().get(0).searchSpans(retrievers).get(0).outputs())
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "page_content",
                                        "A ring is a circle of bytes.",
                                        "metadata",
                                        Map.of("doc_uri", "a.md"),
                                        "id",
                                        "1")));
        assertThat(session().get(1).root().events())
                .extracting(SpanEvent::name)
                .containsExactly("nothing_found");
    }

    @Test
    void theModelsTokensAreThoseOfTheTrace() throws Exception {
        chat("A circle.").turn("What is a ring?");

        assertThat(session().get(0).info().metadata())
                .containsEntry(
                        "mlflow.trace.tokenUsage",
                        "{\"input_tokens\": 20, \"output_tokens\": 5, \"total_tokens\": 25}");
    }

    @Test
    void aRetryIsTwoEventsOfTheModelCall() throws Exception {
        chat("fail", "A circle.").turn("What is a ring?");

        final SpanData complete =
                session().get(0).searchSpans(SpanQuery.builder().name("complete").build()).get(0);
        assertThat(complete.status()).isEqualTo(SpanStatus.OK);
        assertThat(complete.events())
                .extracting(SpanEvent::name)
                .containsExactly("exception", "retry");
    }

    @Test
    void aTurnThatFailsIsAnErrorAndTheChatGoesOn() throws Exception {
        final GuideChat.Chat chat = chat("fail", "fail", "A circle.");
        assertThatThrownBy(() -> chat.turn("What is a ring?")).isInstanceOf(IOException.class);
        chat.turn("Again?");

        assertThat(TraceTree.compact(session().get(0)))
                .isEqualTo(
                        """
                        user ERROR IOException: overloaded
                          retrieve OK
                          complete ERROR IOException: overloaded
                        """);
        assertThat(session().get(1).root().status()).isEqualTo(SpanStatus.OK);
    }
}
