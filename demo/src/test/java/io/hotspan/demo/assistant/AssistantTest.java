package io.hotspan.demo.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIException;
import io.hotspan.Hotspan;
import io.hotspan.demo.chat.ChatEndpoint;
import io.hotspan.demo.chat.LoopbackModel;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.corpus.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program does, without the agent: of its spans there is the one by hand alone. */
class AssistantTest {
    @TempDir Path directory;
    private final CallCount calls = new CallCount();
    private final Corpus corpus =
            new Corpus(
                    List.of(
                            new TextFile(
                                    "tea.md",
                                    "# Tea\n\nTea is made with boiling water.\n\n# Green\n\nGreen"
                                            + " tea is made with cooler water.\n"),
                            new TextFile("ring.txt", "Rings are files of one thread.")));
    private Hotspan hotspan;
    private LoopbackModel model;
    private Models models;
    private Assistant assistant;

    @BeforeEach
    void open() throws IOException {
        hotspan = Hotspan.open(directory);
        model = LoopbackModel.start(1);
        final ChatEndpoint endpoint = model.endpoint();
        final OpenAIClient client = Models.client(endpoint.baseUri().toString(), endpoint.apiKey());
        models = new Models(client, "m", client, "e");
        assistant =
                new Assistant(
                        new Retriever(corpus, models, calls, hotspan.tracer()),
                        new NextPassage(corpus, calls),
                        models,
                        calls);
    }

    @AfterEach
    void close() throws IOException {
        models.close();
        model.close();
        hotspan.close();
        corpus.close();
    }

    @Test
    void aQuestionIsAnsweredFromThePassagesAndFromWhatTheToolReads() {
        final Answer answer = assistant.answer("What is boiling tea made with?");
        assertThat(answer.text()).contains("Tea is made with boiling water. [1]");
        assertThat(answer.model()).isEqualTo(LoopbackModel.MODEL);
        assertThat(answer.sources()).startsWith("tea.md#1");
    }

    @Test
    void theCallsAreCounted() {
        assistant.answer("What is tea made with?");
        assertThat(calls.get()).isEqualTo(8); // all but the client's
    }

    @Test
    void aQuestionAboutNothingThereGetsAnAnswerToo() {
        assertThat(assistant.answer("zebras").sources()).isEmpty();
        assertThat(calls.get()).isEqualTo(4);
    }

    @Test
    void aQuestionThatIsEmptyOrTooLongIsRefused() {
        assertThatThrownBy(() -> assistant.answer(" "))
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessage("the question is empty; ask something of 1 to 1000 characters");
        assertThatThrownBy(() -> assistant.answer("x".repeat(1_001)))
                .hasMessage("the question is too long: characters=1001, max=1000");
    }

    @Test
    void aModelThatIsGoneIsAnException() {
        model.close();
        assertThatThrownBy(() -> assistant.answer("tea")).isInstanceOf(OpenAIException.class);
    }

    @Test
    void theNearestPassageComesFirst() {
        assertThat(new Retriever(corpus, models, calls, hotspan.tracer()).retrieve("green tea"))
                .hasSize(2)
                .first()
                .satisfies(first -> assertThat(first.id()).isEqualTo("tea.md#2"));
    }

    @Test
    void similarityGoesFromOppositeToSame() {
        assertThat(Retriever.cosine(List.of(1f, 0f), List.of(2f, 0f))).isEqualTo(1);
        assertThat(Retriever.cosine(List.of(1f, 0f), List.of(-1f, 0f))).isEqualTo(-1);
        assertThat(Retriever.cosine(List.of(0f, 0f), List.of(1f, 0f))).isZero();
    }
}
