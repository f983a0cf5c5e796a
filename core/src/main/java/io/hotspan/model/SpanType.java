package io.hotspan.model;

/**
 * The span types that tools know. They are strings, so that a program may use a type of its own,
 * and compile-time constants, so that annotations may name them.
 *
 * <p>Source: {@code mlflow.entities.SpanType} of MLflow 3.
 */
public final class SpanType {
    public static final String LLM = "LLM";
    public static final String CHAIN = "CHAIN";
    public static final String AGENT = "AGENT";
    public static final String TOOL = "TOOL";
    public static final String CHAT_MODEL = "CHAT_MODEL";
    public static final String RETRIEVER = "RETRIEVER";
    public static final String PARSER = "PARSER";
    public static final String EMBEDDING = "EMBEDDING";
    public static final String RERANKER = "RERANKER";
    public static final String MEMORY = "MEMORY";
    public static final String WORKFLOW = "WORKFLOW";
    public static final String TASK = "TASK";
    public static final String GUARDRAIL = "GUARDRAIL";
    public static final String EVALUATOR = "EVALUATOR";

    /** The type of a span that was given none. */
    public static final String UNKNOWN = "UNKNOWN";

    private SpanType() {}
}
