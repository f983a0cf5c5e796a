package io.hotspan.demo.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a prompt without a model: with the sentences of its passages that have the most words of
 * the question in them, as they stand there.
 */
final class ExtractiveAnswer {
    static final String QUESTION = "Question: ";
    static final String NOTHING_FOUND = "The passages do not answer this.";

    private static final int MAX_SENTENCES = 2;

    /** Keeps the shortest sentences from being the best ones. */
    private static final int SHORT_WORDS = 10;

    private static final int MIN_WORD_LENGTH = 3;
    private static final int MIN_SENTENCE_CHARS = 25;
    private static final int MAX_SENTENCE_CHARS = 350;
    private static final Pattern PASSAGE_START = Pattern.compile("\\[([0-9]+)] \\S.*");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}`\"(\\[])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Pattern NO_PROSE =
            Pattern.compile("\\s*(\\||```|~~~|[+#/*{}@]|[-=]{3}).*| {4}.*");
    private static final Pattern BULLET = Pattern.compile("\\s*([-*>]|[0-9]+\\.) +");

    private ExtractiveAnswer() {}

    /**
     * The answer to a prompt.
     *
     * @param prompt passages, each behind a line with its number in brackets, and behind them
     *     {@code Question:} and the question
     * @param more passages that came later, in the same form
     */
    static String to(final String prompt, final String more) {
        final int questionIndex = prompt.lastIndexOf(QUESTION);
        if (questionIndex < 0) {
            return NOTHING_FOUND;
        }
        final Set<String> asked = wordsOf(prompt.substring(questionIndex + QUESTION.length()));
        final List<Sentence> sentences =
                sentencesOf(prompt.substring(0, questionIndex) + "\n\n" + more);
        final Map<String, Double> weights = weights(asked, sentences);
        final List<Sentence> best =
                sentences.stream()
                        .map(sentence -> sentence.scored(weights))
                        .filter(sentence -> sentence.score > 0)
                        .sorted(Comparator.comparingDouble(Sentence::score).reversed())
                        .limit(MAX_SENTENCES)
                        .sorted(Comparator.comparingInt(Sentence::order))
                        .toList();
        if (best.isEmpty()) {
            return NOTHING_FOUND;
        }
        final StringBuilder answer = new StringBuilder();
        for (final Sentence sentence : best) {
            answer.append(answer.length() == 0 ? "" : " ").append(sentence.text);
            answer.append(" [").append(sentence.passage).append(']');
        }
        return answer.toString();
    }

    /** A word that few sentences have tells more: words of grammar come to nearly nothing. */
    private static Map<String, Double> weights(
            final Set<String> asked, final List<Sentence> sentences) {
        final Map<String, Double> weights = new HashMap<>();
        for (final String word : asked) {
            final long count =
                    sentences.stream().filter(sentence -> sentence.words.contains(word)).count();
            if (count > 0) {
                weights.put(word, Math.log(1 + (double) sentences.size() / count));
            }
        }
        return weights;
    }

    private static List<Sentence> sentencesOf(final String passages) {
        final List<Sentence> sentences = new ArrayList<>();
        final StringBuilder prose = new StringBuilder();
        int passage = 0;
        for (final String line : (Iterable<String>) passages.lines()::iterator) {
            final Matcher start = PASSAGE_START.matcher(line);
            final Matcher bullet = BULLET.matcher(line);
            if (start.matches()) {
                end(prose, passage, sentences);
                passage = Integer.parseInt(start.group(1));
            } else if (bullet.lookingAt()) {
                end(prose, passage, sentences);
                prose.append(line, bullet.end(), line.length());
            } else if (line.isBlank() || NO_PROSE.matcher(line).matches()) {
                end(prose, passage, sentences);
            } else {
                prose.append(prose.length() == 0 ? "" : " ").append(line.strip());
            }
        }
        end(prose, passage, sentences);
        return sentences;
    }

    private static void end(
            final StringBuilder prose, final int passage, final List<Sentence> sentences) {
        for (final String text : SENTENCE_END.split(prose, -1)) {
            if (passage > 0
                    && text.length() >= MIN_SENTENCE_CHARS
                    && text.length() <= MAX_SENTENCE_CHARS) {
                sentences.add(new Sentence(text, passage, sentences.size(), wordsOf(text), 0));
            }
        }
        prose.setLength(0);
    }

    private static Set<String> wordsOf(final String text) {
        final Set<String> words = new HashSet<>();
        final Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (word.group().length() >= MIN_WORD_LENGTH) {
                words.add(word.group());
            }
        }
        return words;
    }

    /** A sentence with its passage's number, its place among all, its words, and how it fits. */
    private record Sentence(String text, int passage, int order, Set<String> words, double score) {
        /** The weights of the words that it shares with the question; of long ones it has many. */
        Sentence scored(final Map<String, Double> weights) {
            double sum = 0;
            for (final String word : words) {
                sum += weights.getOrDefault(word, 0.0);
            }
            return new Sentence(text, passage, order, words, sum / (words.size() + SHORT_WORDS));
        }
    }
}
