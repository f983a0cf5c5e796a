package io.hotspan.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.model.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExtractiveAnswerTest {
    @Test
    void theTwoSentencesThatFitBestAreTheAnswerInTheirOrder() {
        assertThat(
                        answer(
                                "How is green tea made?",
                                "Black tea is made of old leaves. Coffee is made of beans, says he."
                                        + " Green tea is made of fresh leaves."))
                .isEqualTo(
                        "Black tea is made of old leaves. [1] Green tea is made of fresh leaves."
                                + " [1]");
    }

    @Test
    void eachSentenceNamesItsPassage() {
        assertThat(answer("drainer", "Coffee is another story here.", "The drainer empties rings."))
                .isEqualTo("The drainer empties rings. [2]");
    }

    @Test
    void linesOfAParagraphAreOneText() {
        assertThat(answer("rings", "All of the rings are\nemptied by the drainer."))
                .isEqualTo("All of the rings are emptied by the drainer. [1]");
    }

    @Test
    void itemsOfAListAreTextsOfTheirOwn() {
        assertThat(answer("rings", "- Rings are memory-mapped files\n- Journals are directories"))
                .isEqualTo("Rings are memory-mapped files [1]");
    }

    @Test
    void tablesAndCodeAreNotQuoted() {
        assertThat(
                        answer(
                                "rings",
                                "| rings | are files in memory |\n```\nrings are code and such\n"))
                .doesNotContain("|")
                .doesNotContain("```");
    }

    @Test
    void whatThePassagesDoNotSayIsNotAnswered() {
        assertThat(answer("zebra", "The drainer empties all the rings."))
                .isEqualTo(ExtractiveAnswer.NOTHING_FOUND);
        assertThat(ExtractiveAnswer.to("hello")).isEqualTo(ExtractiveAnswer.NOTHING_FOUND);
    }

    @Property(tries = 200)
    void anyTextGetsAnAnswer(@ForAll final String question, @ForAll final String passage) {
        assertThat(answer(question, passage)).isNotEmpty();
    }

    private static String answer(final String question, final String... passages) {
        final List<Document> documents = new ArrayList<>();
        for (final String passage : passages) {
            documents.add(new Document(passage, Map.of(), "doc#" + documents.size()));
        }
        return ExtractiveAnswer.to(Prompt.of(question, documents).get(1).content());
    }
}
