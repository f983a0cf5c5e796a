package io.hotspan.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {
    @Test
    void eachHeadingBeginsAPassage() {
        final List<Passage> passages =
                split("a.md", "before\n\n# One\n\nfirst\n\nstill first\n## Two ##\nsecond\n");
        assertThat(passages)
                .containsExactly(
                        new Passage("a.md", 1, "", "before"),
                        new Passage("a.md", 2, "One", "first\n\nstill first"),
                        new Passage("a.md", 3, "Two", "second"));
    }

    @Test
    void headingsLoseTheirMarkup() {
        assertThat(split("a.md", "# The `ring` and [its *file*](x.md#y)\n\ntext").get(0).heading())
                .isEqualTo("The ring and its file");
    }

    @Test
    void aCommentInACodeBlockIsNoHeading() {
        final String text = "# One\n\n```sh\n# a comment\n\nls\n```\n";
        assertThat(split("a.md", text))
                .containsExactly(new Passage("a.md", 1, "One", "```sh\n# a comment\n\nls\n```"));
    }

    @Test
    void aHashInSourceIsNoHeading() {
        assertThat(split("a.py", "# comment\nx = 1\n"))
                .containsExactly(new Passage("a.py", 1, "", "# comment\nx = 1"));
    }

    @Test
    void aSectionThatIsTooLongIsCutBetweenParagraphs() {
        final String paragraph = "word ".repeat(80).strip();
        final List<Passage> passages =
                split("a.md", "# One\n\n" + String.join("\n\n", paragraph, paragraph, paragraph));
        assertThat(passages).extracting(Passage::heading).containsExactly("One", "One");
        assertThat(passages.get(0).text()).isEqualTo(paragraph + "\n\n" + paragraph);
        assertThat(passages.get(1).text()).isEqualTo(paragraph);
    }

    @Test
    void aBlankTextHasNoPassages() {
        assertThat(split("a.txt", " \n\n\t\n")).isEmpty();
    }

    @Test
    void chunkIdsCountFromOne() {
        assertThat(split("docs/a.md", "# A\nx\n# B\ny\n"))
                .extracting(Passage::chunkId)
                .containsExactly("docs/a.md#1", "docs/a.md#2");
    }

    @Property(tries = 200)
    void noPassageIsTooLongAndNothingIsLost(
            @ForAll @StringLength(max = 3 * PassageSplitter.MAX_CHARS) final String text) {
        final List<Passage> passages = split("a.txt", text);
        assertThat(passages)
                .allSatisfy(
                        passage ->
                                assertThat(passage.text().length())
                                        .isBetween(1, PassageSplitter.MAX_CHARS));
        assertThat(
                        withoutBlanks(
                                passages.stream().map(Passage::text).collect(Collectors.joining())))
                .isEqualTo(withoutBlanks(text));
    }

    private static String withoutBlanks(final String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Passage> split(final String docUri, final String text) {
        return PassageSplitter.split(new TextFile(docUri, text));
    }
}
