package io.hotspan.openai;

import io.hotspan.genai.ModelOperation;
import java.util.Map;

/** Rebuilds an answer from the pieces it is streamed in, as far as they came. */
interface StreamedAnswer {
    /** Adds a piece; it is not used by anyone else afterwards. */
    void add(Map<String, Object> chunk);

    /** The answer so far; null if nothing came. */
    Map<String, Object> answer();

    static StreamedAnswer of(final ModelOperation operation) {
        return switch (operation) {
            case RESPONSES -> new StreamedResponse();
            case CHAT -> new StreamedCompletion("chat.completion");
            case TEXT_COMPLETION, EMBEDDINGS -> new StreamedCompletion("text_completion");
        };
    }
}
