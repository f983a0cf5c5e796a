package io.hotspan.demo.service;

import io.hotspan.demo.chat.ChatAnswer;
import io.hotspan.demo.chat.ChatClient;
import io.hotspan.demo.chat.ChatMessage;
import io.hotspan.demo.chat.ChatUsage;
import io.hotspan.demo.chat.Prompt;
import io.hotspan.demo.corpus.Corpus;
import io.hotspan.model.Document;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds passages for a question and asks a chat model with them; each step is a span, opened by
 * hand. For any number of threads.
 */
public final class QuestionAnswering {
    /** The longest question that is answered. */
    public static final int MAX_QUESTION_CHARS = 1_000;

    private static final int MAX_PASSAGES = 4;

    private final Tracer tracer;
    private final AtomicLong openedSpans;
    private final Corpus corpus;
    private final ChatClient chat;

    /**
     * @param openedSpans is told of each span, so that it can be compared with what is replayed
     */
    public QuestionAnswering(
            final Tracer tracer,
            final AtomicLong openedSpans,
            final Corpus corpus,
            final ChatClient chat) {
        this.tracer = tracer;
        this.openedSpans = openedSpans;
        this.corpus = corpus;
        this.chat = chat;
    }

    /**
     * Answers a question.
     *
     * @throws InvalidQuestionException if it is blank or too long
     * @throws io.hotspan.demo.chat.ChatException if the model gives no answer
     */
    Answer answer(final String question) {
        return tracer.trace(
                "answer",
                SpanType.CHAIN,
                span -> {
                    openedSpans.incrementAndGet();
                    span.setInputs(Map.of("question", question));
                    check(question);
                    final List<Document> passages = retrieve(question);
                    span.addEvent("retrieval.completed", Map.of("passages", passages.size()));
                    final ChatAnswer reply = complete(Prompt.of(question, passages));
                    final Answer answer =
                            new Answer(
                                    reply.content(),
                                    reply.model(),
                                    passages.stream().map(Document::id).toList());
                    span.setOutputs(answer.toMap());
                    return answer;
                });
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

    private List<Document> retrieve(final String question) {
        return tracer.trace(
                "retrieve",
                SpanType.RETRIEVER,
                span -> {
                    openedSpans.incrementAndGet();
                    span.setInputs(Map.of("query", question));
                    span.setAttribute("retriever.limit", MAX_PASSAGES);
                    final List<Document> passages = corpus.search(question, MAX_PASSAGES);
                    span.setOutputs(passages);
                    return passages;
                });
    }

    private ChatAnswer complete(final List<ChatMessage> messages) {
        return tracer.trace(
                "chat",
                SpanType.CHAT_MODEL,
                span -> {
                    openedSpans.incrementAndGet();
                    span.setInputs(inputs(messages));
                    span.setAttribute("model", chat.model());
                    final ChatAnswer answer = chat.complete(messages);
                    span.addEvent(
                            "answer.received", Map.of("characters", answer.content().length()));
                    span.setOutputs(ChatMessage.assistant(answer.content()).toMap());
                    span.setAttribute("finish_reason", answer.finishReason());
                    setUsage(span, answer.usage());
                    return answer;
                });
    }

    private static Map<String, Object> inputs(final List<ChatMessage> messages) {
        return Map.of("messages", messages.stream().map(ChatMessage::toMap).toList());
    }

    private static void setUsage(final Span span, final ChatUsage usage) {
        if (usage != null) {
            final Map<String, Object> tokens = new LinkedHashMap<>();
            tokens.put("input_tokens", usage.inputTokens());
            tokens.put("output_tokens", usage.outputTokens());
            tokens.put("total_tokens", usage.totalTokens());
            span.setAttribute("mlflow.chat.tokenUsage", tokens);
        }
    }
}
