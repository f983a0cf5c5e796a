package io.hotspan.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.demo.assistant.Assistant;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.corpus.TextFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final List<TextFile> FILES =
            IntStream.range(0, 30)
                    .mapToObj(
                            i ->
                                    new TextFile(
                                            i + ".md",
                                            "# Heading " + i + "\n\n" + "topic".repeat(i / 6 + 1)))
                    .toList();

    @Test
    void theyAreAboutHeadingsAndWordsOfTheCorpus() throws IOException {
        final List<String> questions = questions(FILES, 1, 100);
        assertThat(questions).anyMatch(question -> question.contains("Heading 1"));
        assertThat(questions).anyMatch(question -> question.contains("topictopic"));
    }

    @Test
    void noneIsAboutAHeadingThatASearchWouldFindNothingFor() throws IOException {
        final TextFile file = new TextFile("a.md", "# What it does\n\nMuch.\n\n# Rings\n\nMore.\n");
        assertThat(questions(List.of(file), 1, 100))
                .anyMatch(question -> question.contains("Rings"))
                .noneMatch(question -> question.contains("What it does"));
    }

    @Test
    void theyVary() throws IOException {
        assertThat(questions(FILES, 1, 100).stream().distinct().count()).isGreaterThan(50);
    }

    @Test
    void theSameSeedGivesTheSameQuestions() throws IOException {
        assertThat(questions(FILES, 1, 100)).isEqualTo(questions(FILES, 1, 100));
        assertThat(questions(FILES, 1, 100)).isNotEqualTo(questions(FILES, 2, 100));
    }

    @Test
    void oneInTwentyIsNotTaken() throws IOException {
        final Predicate<String> isTaken =
                question ->
                        !question.isBlank() && question.length() <= Assistant.MAX_QUESTION_CHARS;
        final List<String> questions = questions(FILES, 1, 200);
        assertThat(questions.stream().filter(isTaken.negate()).count()).isEqualTo(10);
        assertThat(questions).contains(" ");
        assertThat(questions)
                .anyMatch(question -> question.length() > Assistant.MAX_QUESTION_CHARS);
    }

    @Test
    void aCorpusWithoutHeadingsAndTopicsHasQuestionsToo() throws IOException {
        assertThat(questions(List.of(new TextFile("a.txt", "hm")), 1, 1))
                .containsExactly("What is this about?");
    }

    private static List<String> questions(
            final List<TextFile> files, final long seed, final int count) throws IOException {
        try (Corpus corpus = new Corpus(files)) {
            final Questions questions = new Questions(corpus, seed);
            return IntStream.range(0, count).mapToObj(questions::get).toList();
        }
    }
}
