package io.hotspan.demo.assistant;

import io.hotspan.model.Document;
import java.util.List;

/** What a model is told: to answer from passages, the passages, and the question. */
final class Prompt {
    /** What the model is to do. */
    static final String TASK =
            "Answer the question from the passages, in one to three sentences. Name the passages"
                + " that you used by their numbers, as in [2]. If a passage seems to go on, read"
                + " the next one with the tool. If the passages do not answer the question, say"
                + " so.";

    private Prompt() {}

    /** The passages that were found for a question, and the question. */
    static String of(final String question, final List<Document> passages) {
        final StringBuilder text = new StringBuilder(256).append("Passages:\n\n");
        for (int i = 0; i < passages.size(); i++) {
            text.append(passage(i + 1, passages.get(i))).append("\n\n");
        }
        return text.append("Question: ").append(question).toString();
    }

    /** A passage with the number by which the answer may name it. */
    static String passage(final int number, final Document passage) {
        return "[" + number + "] " + passage.id() + "\n" + passage.pageContent();
    }
}
