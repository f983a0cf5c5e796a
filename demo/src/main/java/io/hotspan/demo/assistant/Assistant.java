package io.hotspan.demo.assistant;

import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.hotspan.model.Document;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Trace;
import java.util.List;

/**
 * Finds passages for a question and asks a chat model with them, which may call a tool in between.
 * The agent traces what is annotated, and the calls of the SDK. For any number of threads.
 */
public final class Assistant {
    /** The longest question that is answered. */
    public static final int MAX_QUESTION_CHARS = 1_000;

    private static final int MAX_ROUNDS = 4;

    private final Retriever retriever;
    private final NextPassage nextPassage;
    private final Models models;
    private final CallCount calls;

    public Assistant(
            final Retriever retriever,
            final NextPassage nextPassage,
            final Models models,
            final CallCount calls) {
        this.retriever = retriever;
        this.nextPassage = nextPassage;
        this.models = models;
        this.calls = calls;
    }

    /**
     * Answers a question.
     *
     * @throws InvalidQuestionException if it is blank or too long
     * @throws com.openai.errors.OpenAIException if a model gives no answer
     */
    @Trace(type = SpanType.CHAIN)
    Answer answer(final String question) {
        calls.add();
        check(question);
        final List<Document> passages = retriever.retrieve(question);
        final ChatCompletionCreateParams.Builder conversation =
                ChatCompletionCreateParams.builder()
                        .model(models.chatModel())
                        .addSystemMessage(Prompt.TASK)
                        .addUserMessage(Prompt.of(question, passages))
                        .addFunctionTool(NextPassage.definition())
                        .streamOptions(
                                ChatCompletionStreamOptions.builder().includeUsage(true).build());
        ChatCompletion completion = complete(conversation.build());
        int read = passages.size();
        for (int round = 1; round < MAX_ROUNDS && asksForTools(completion); round++) {
            read = callTools(conversation, message(completion), read);
            completion = complete(conversation.build());
        }
        return new Answer(
                message(completion).content().orElse(""),
                completion.model(),
                passages.stream().map(Document::id).toList());
    }

    private static void check(final String question) {
        if (question.isBlank()) {
            throw new InvalidQuestionException(
                    "the question is empty; ask something of 1 to "
                            + MAX_QUESTION_CHARS
                            + " characters");
        }
        if (question.length() > MAX_QUESTION_CHARS) {
            throw new InvalidQuestionException(
                    "the question is too long: characters="
                            + question.length()
                            + ", max="
                            + MAX_QUESTION_CHARS);
        }
    }

    /** Reads the answer while the model writes it. */
    private ChatCompletion complete(final ChatCompletionCreateParams conversation) {
        calls.add();
        final ChatCompletionAccumulator answer = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> chunks =
                models.chat().chat().completions().createStreaming(conversation)) {
            chunks.stream().forEach(answer::accumulate);
        }
        return answer.chatCompletion();
    }

    /** Adds what the tools answer; returns how many passages the model has then. */
    private int callTools(
            final ChatCompletionCreateParams.Builder conversation,
            final ChatCompletionMessage message,
            final int passages) {
        conversation.addMessage(message);
        int read = passages;
        for (final ChatCompletionMessageToolCall call : message.toolCalls().orElse(List.of())) {
            read++;
            conversation.addMessage(
                    ChatCompletionToolMessageParam.builder()
                            .toolCallId(call.asFunction().id())
                            .content(nextPassage.answer(call.asFunction().function(), read))
                            .build());
        }
        return read;
    }

    private static boolean asksForTools(final ChatCompletion completion) {
        return !message(completion).toolCalls().orElse(List.of()).isEmpty();
    }

    private static ChatCompletionMessage message(final ChatCompletion completion) {
        return completion.choices().get(0).message();
    }
}
