package io.hotspan.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(ExtractiveAnswer.to("hello", "")).isEqualTo(ExtractiveAnswer.NOTHING_FOUND);
    }

    @Property(tries = 200)
    void anyTextGetsAnAnswer(@ForAll final String question, @ForAll final String passage) {
        assertThat(answer(question, passage)).isNotEmpty();
    }

    @Test
    void whatAToolHasReadCountsToo() {
        assertThat(
                        ExtractiveAnswer.to(
                                prompt("drainer", "Coffee is another story here."),
                                "[2] doc#2\nThe drainer empties rings."))
                .isEqualTo("The drainer empties rings. [2]");
    }

    private static String answer(final String question, final String... passages) {
        return ExtractiveAnswer.to(prompt(question, passages), "");
    }

    private static String prompt(final String question, final String... passages) {
        final StringBuilder prompt = new StringBuilder("Passages:\n\n");
        for (int i = 1; i <= passages.length; i++) {
            prompt.append('[').append(i).append("] doc#").append(i).append('\n');
            prompt.append(passages[i - 1]).append("\n\n");
        }
        return prompt.append(ExtractiveAnswer.QUESTION).append(question).toString();
    }
}
