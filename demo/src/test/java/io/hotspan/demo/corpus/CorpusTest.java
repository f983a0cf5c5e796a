package io.hotspan.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.model.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static final String RINGS =
            """
            # Rings

            A ring is a file that one thread writes.
            # Drainer

            The drainer empties every ring.
            """;

    private final Corpus corpus =
            new Corpus(
                    List.of(
                            new TextFile("docs/rings.md", RINGS),
                            new TextFile("docs/tea.txt", "Tea is made with boiling water.")));

    @AfterEach
    void close() throws IOException {
        corpus.close();
    }

    @Test
    void aKnownPassageIsFoundFirst() {
        final Document best = corpus.search("How do I make tea with water?", 4).get(0);
        assertThat(best.pageContent()).isEqualTo("Tea is made with boiling water.");
        assertThat(best.id()).isEqualTo("docs/tea.txt#1");
    }

    @Test
    void aPassageSaysWhereItIsFromAndHowWellItFits() {
        final Document best = corpus.search("drainer", 4).get(0);
        assertThat(best.metadata().get("doc_uri")).isEqualTo("docs/rings.md");
        assertThat(best.metadata().get("chunk_id")).isEqualTo("docs/rings.md#2");
        assertThat(best.metadata().get("heading")).isEqualTo("Drainer");
        assertThat((Double) best.metadata().get("relevance_score")).isPositive();
    }

    @Test
    void theBestComesFirst() {
        final List<Document> found = corpus.search("which ring does the drainer empty", 4);
        assertThat(found)
                .extracting(Document::id)
                .containsExactly("docs/rings.md#2", "docs/rings.md#1");
        assertThat((Double) found.get(0).metadata().get("relevance_score"))
                .isGreaterThan((Double) found.get(1).metadata().get("relevance_score"));
    }

    @Test
    void noMoreAreFoundThanAskedFor() {
        assertThat(corpus.search("ring", 1)).hasSize(1);
    }

    @Test
    void thePassageBehindAnotherIsOfTheSameDocument() {
        assertThat(corpus.next("docs/rings.md#1"))
                .hasValueSatisfying(next -> assertThat(next.id()).isEqualTo("docs/rings.md#2"));
        assertThat(corpus.next("docs/rings.md#2")).isEmpty();
        assertThat(corpus.next("no such passage")).isEmpty();
    }

    @Test
    void wordsThatAreNowhereFindNothing() {
        assertThat(corpus.search("zebra", 4)).isEmpty();
        assertThat(corpus.search("", 4)).isEmpty();
        assertThat(corpus.search("what is the of", 4)).isEmpty();
    }

    @Test
    void signsOfQueryLanguagesAreJustSigns() {
        assertThat(corpus.search("text:(tea AND [water TO *]) ~\"", 4)).hasSize(1);
    }

    @Test
    void aQuestionOfVeryManyWordsIsNoProblem() {
        final StringBuilder question = new StringBuilder("tea");
        for (int i = 0; i < 5_000; i++) {
            question.append(" w").append(i);
        }
        assertThat(corpus.search(question.toString(), 4)).hasSize(1);
    }

    @Test
    void topicsAreWordsOfSeveralPassagesButNotOfMost() throws IOException {
        final List<TextFile> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            files.add(
                    new TextFile(i + ".txt", "common" + (i < 3 ? " rarely" : "") + " unique" + i));
        }
        try (Corpus many = new Corpus(files)) {
            assertThat(many.topics()).containsExactly("rarely");
        }
    }

    @Test
    void withoutTextThereIsNoCorpus() {
        assertThatThrownBy(() -> new Corpus(List.of(new TextFile("a", " "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no text to answer from: files=1, passages=0");
    }
}
