package io.hotspan.demo.load;

import io.hotspan.demo.assistant.Assistant;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.demo.corpus.Passage;
import java.util.List;
import java.util.Random;

/**
 * Questions about what a corpus has headings and words for; one in twenty is none that the service
 * takes. The same corpus and seed give the same questions. Immutable.
 */
public final class Questions {
    /** Of so many questions one is not taken. */
    static final int INVALID_EVERY = 20;

    /** Early, so that small runs have one too. */
    private static final int INVALID_AT = 3;

    private static final List<String> ABOUT_HEADINGS =
            List.of(
                    "What is said about %s?",
                    "%s: how does it work?", "What should I know about %s?");
    private static final List<String> ABOUT_WORDS =
            List.of("Where does %s matter, and why?", "How are %s and %s related?", "Why %s?");

    private final List<String> headings;
    private final List<String> topics;
    private final long seed;

    /**
     * @param seed any number
     */
    public Questions(final Corpus corpus, final long seed) {
        headings =
                corpus.passages().stream()
                        .map(Passage::heading)
                        .filter(corpus::hasWordsOf) // of some a search would find nothing
                        .distinct()
                        .toList();
        topics = corpus.topics();
        this.seed = seed;
    }

    /**
     * A question.
     *
     * @param index from 0 on
     */
    public String get(final int index) {
        if (index % INVALID_EVERY == INVALID_AT) {
            return index / INVALID_EVERY % 2 == 0
                    ? " "
                    : "Why? ".repeat(Assistant.MAX_QUESTION_CHARS / 4);
        }
        final Random random = new Random(seed + index);
        random.nextInt(); // the first numbers of neighbouring seeds are alike
        if (!headings.isEmpty() && (topics.isEmpty() || random.nextBoolean())) {
            return String.format(pick(ABOUT_HEADINGS, random), pick(headings, random));
        }
        return topics.isEmpty()
                ? "What is this about?"
                : String.format(
                        pick(ABOUT_WORDS, random), pick(topics, random), pick(topics, random));
    }

    private static String pick(final List<String> choices, final Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
