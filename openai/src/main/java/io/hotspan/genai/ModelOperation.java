package io.hotspan.genai;

import io.hotspan.model.SpanType;

/**
 * What is asked of a model, and what its spans are called and of which type they are. Spans are
 * named after the resource of the API.
 *
 * <p>Source: {@code mlflow/openai/autolog.py} ({@code _start_span}, {@code _get_span_type}), where
 * the name is the class of OpenAI's Python SDK; and {@code gen_ai.operation.name} of OpenTelemetry.
 * <b>Differs</b>: MLflow names calls of an asynchronous client {@code AsyncCompletions} and so on;
 * here the name tells the resource alone.
 */
public enum ModelOperation {
    /** Chat completions. */
    CHAT("Completions", SpanType.CHAT_MODEL, "chat", "chat_completions"),

    /** The Responses API. */
    RESPONSES("Responses", SpanType.CHAT_MODEL, "chat", "responses"),

    /** Legacy text completions. */
    TEXT_COMPLETION("Completions", SpanType.LLM, "text_completion", null),

    /** Embeddings. */
    EMBEDDINGS("Embeddings", SpanType.EMBEDDING, "embeddings", null);

    private final String spanName;
    private final String spanType;
    private final String operationName;
    private final String apiType;

    ModelOperation(
            final String spanName,
            final String spanType,
            final String operationName,
            final String apiType) {
        this.spanName = spanName;
        this.spanType = spanType;
        this.operationName = operationName;
        this.apiType = apiType;
    }

    /** The resource: {@code Completions}, {@code Responses} or {@code Embeddings}. */
    public String spanName() {
        return spanName;
    }

    /** One of {@link SpanType}. */
    public String spanType() {
        return spanType;
    }

    /** {@code gen_ai.operation.name}. */
    String operationName() {
        return operationName;
    }

    /** {@code openai.api.type}; null where the conventions have no word for it. */
    String apiType() {
        return apiType;
    }

    /** Whether messages are exchanged, so that their format is worth telling. */
    boolean hasMessages() {
        return this != EMBEDDINGS;
    }
}
