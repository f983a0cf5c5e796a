package io.hotspan.genai;

/**
 * Names of MLflow's attributes. Source: {@code mlflow/tracing/constant.py} ({@code
 * SpanAttributeKey}, {@code TokenUsageKey}, {@code STREAM_CHUNK_EVENT_NAME_FORMAT}).
 */
final class SpanKeys {
    static final String CHAT_TOOLS = "mlflow.chat.tools";
    static final String CHAT_TOKEN_USAGE = "mlflow.chat.tokenUsage";
    static final String MESSAGE_FORMAT = "mlflow.message.format";
    static final String MODEL = "mlflow.llm.model";
    static final String CHUNK_EVENT_PREFIX = "mlflow.chunk.item.";
    static final String CHUNK_VALUE = "mlflow.chunk.value";
    static final String INPUT_TOKENS = "input_tokens";
    static final String OUTPUT_TOKENS = "output_tokens";
    static final String TOTAL_TOKENS = "total_tokens";
    static final String CACHE_READ_INPUT_TOKENS = "cache_read_input_tokens";

    private SpanKeys() {}
}
