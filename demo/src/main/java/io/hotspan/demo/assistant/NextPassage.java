package io.hotspan.demo.assistant;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.model.Document;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Trace;
import java.util.List;
import java.util.Map;

/** The tool that a model may call: it reads the passage that follows another one. */
public final class NextPassage {
    private static final String NAME = "read_next_passage";

    private final Corpus corpus;
    private final CallCount calls;

    public NextPassage(final Corpus corpus, final CallCount calls) {
        this.corpus = corpus;
        this.calls = calls;
    }

    /** The tool as the model is told of it. */
    static FunctionDefinition definition() {
        return FunctionDefinition.builder()
                .name(NAME)
                .description("Reads the passage that follows another one in its document.")
                .parameters(
                        FunctionParameters.builder()
                                .putAdditionalProperty("type", JsonValue.from("object"))
                                .putAdditionalProperty(
                                        "properties",
                                        JsonValue.from(Map.of("id", Map.of("type", "string"))))
                                .putAdditionalProperty("required", JsonValue.from(List.of("id")))
                                .build())
                .build();
    }

    /**
     * What the tool answers to a call of the model's.
     *
     * @param number that the passage gets
     */
    String answer(final ChatCompletionMessageFunctionToolCall.Function call, final int number) {
        if (!call.name().equals(NAME)) {
            return "There is no tool " + call.name() + ".";
        }
        final Document passage = next(call.arguments(Arguments.class).id);
        return passage == null
                ? "There is no such passage, or it is the last one."
                : Prompt.passage(number, passage);
    }

    /** The passage behind that of an id; null if there is none. */
    @Trace(name = NAME, type = SpanType.TOOL)
    Document next(final String id) {
        calls.add();
        return corpus.next(id).orElse(null);
    }

    /** The arguments, as the SDK reads them from JSON. */
    static final class Arguments {
        public String id = "";
    }
}
