package io.hotspan.docs;

import io.hotspan.model.Document;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The guide's long example; {@link GuideChatTest} runs it. */
final class GuideChat {
    private GuideChat() {}

    // @start region=chat
    /** A model that answers a chat, or fails. */
    interface ChatModel {
        Reply complete(List<Map<String, String>> messages) throws IOException;
    }

    record Reply(String text, long inputTokens, long outputTokens) {}

    /** What finds passages for a question. */
    interface Retriever {
        List<Document> find(String question);
    }

    /** A chat of several turns. Each turn is a trace; the session holds them together. */
    static final class Chat {
        private final Tracer tracer;
        private final Retriever retriever;
        private final ChatModel model;
        private final String sessionId;
        private final List<Map<String, String>> messages = new ArrayList<>();

        Chat(Tracer tracer, Retriever retriever, ChatModel model, String sessionId) {
            this.tracer = tracer;
            this.retriever = retriever;
            this.model = model;
            this.sessionId = sessionId;
        }

        String turn(String userInput) throws IOException {
            return tracer.trace(
                    "user",
                    SpanType.CHAIN,
                    user -> {
                        tracer.currentTrace().setSessionId(sessionId).setUserId("ada");
                        messages.add(Map.of("role", "user", "content", userInput));
                        user.setInputs(Map.of("messages", messages));
                        user.setAttribute("messages_length", messages.size());

                        List<Document> documents = retrieve(userInput);
                        if (documents.isEmpty()) {
                            user.addEvent("nothing_found", Map.of("question", userInput));
                        }
                        String answer = complete(documents);

                        messages.add(Map.of("role", "assistant", "content", answer));
                        user.setOutputs(Map.of("messages", messages));
                        return answer;
                    });
        }

        private List<Document> retrieve(String question) {
            return tracer.trace(
                    "retrieve",
                    SpanType.RETRIEVER,
                    span -> {
                        span.setInputs(question);
                        List<Document> documents = retriever.find(question);
                        span.setOutputs(documents);
                        return documents;
                    });
        }

        private String complete(List<Document> documents) throws IOException {
            return tracer.trace(
                    "complete",
                    SpanType.CHAT_MODEL,
                    span -> {
                        List<Map<String, String>> prompt = new ArrayList<>(messages);
                        documents.forEach(
                                document ->
                                        prompt.add(
                                                0,
                                                Map.of(
                                                        "role",
                                                        "system",
                                                        "content",
                                                        document.pageContent())));
                        span.setInputs(Map.of("messages", prompt, "temperature", 0.1));
                        Reply reply = completeWithRetry(prompt);
                        span.setAttribute(
                                "mlflow.chat.tokenUsage",
                                Map.of(
                                        "input_tokens", reply.inputTokens(),
                                        "output_tokens", reply.outputTokens(),
                                        "total_tokens",
                                                reply.inputTokens() + reply.outputTokens()));
                        span.setOutputs(reply.text());
                        validate(reply.text());
                        return reply.text();
                    });
        }

        private Reply completeWithRetry(List<Map<String, String>> prompt) throws IOException {
            try {
                return model.complete(prompt);
            } catch (IOException e) {
                tracer.currentSpan()
                        .addEvent(SpanEvent.fromException(e))
                        .addEvent("retry", Map.of("attempt", 2));
                return model.complete(prompt);
            }
        }

        private void validate(String answer) {
            tracer.trace(
                    "validate",
                    SpanType.GUARDRAIL,
                    span -> {
                        span.addEvent("validation_completed", Map.of("length", answer.length()));
                        if (answer.isBlank()) {
                            tracer.currentTrace().setTag("guardrail", "blank answer");
                            span.setStatus(SpanStatus.error("blank answer"));
                        }
                    });
        }
    }
    // @end
}
