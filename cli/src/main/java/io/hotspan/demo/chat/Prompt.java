package io.hotspan.demo.chat;

import io.hotspan.model.Document;
import java.util.List;

/** What a model is told: to answer from passages, the passages, and the question. */
public final class Prompt {
    static final String PASSAGES = "Passages:";
    static final String QUESTION = "Question: ";

    private static final String TASK =
            "Answer the question from the passages below, in one to three sentences. Name the"
                    + " passages that you used by their numbers, as in [2]. If the passages do not"
                    + " answer it, say so.";

    private Prompt() {}

    /** The messages of a question, with the passages that were found for it. */
    public static List<ChatMessage> of(final String question, final List<Document> passages) {
        final StringBuilder text = new StringBuilder(256).append(PASSAGES).append("\n\n");
        for (int i = 0; i < passages.size(); i++) {
            final Document passage = passages.get(i);
            text.append('[').append(i + 1).append("] ").append(passage.id()).append('\n');
            text.append(passage.pageContent()).append("\n\n");
        }
        text.append(QUESTION).append(question);
        return List.of(ChatMessage.system(TASK), ChatMessage.user(text.toString()));
    }
}
