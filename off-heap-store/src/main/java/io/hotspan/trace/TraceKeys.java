package io.hotspan.trace;

/** Names that trace JSON gives a meaning. Source: {@code mlflow.tracing.constant}. */
public final class TraceKeys {
    /** Span attribute: the id of the trace. */
    public static final String TRACE_REQUEST_ID = "mlflow.traceRequestId";

    /** Span attribute: the span's type. */
    public static final String SPAN_TYPE = "mlflow.spanType";

    /** Span attribute: the span's inputs. */
    public static final String SPAN_INPUTS = "mlflow.spanInputs";

    /** Span attribute: the span's outputs. */
    public static final String SPAN_OUTPUTS = "mlflow.spanOutputs";

    /** Span attribute: how much the span matters to a reader; 10 debug, 20 info, 40 error. */
    public static final String SPAN_LOG_LEVEL = "mlflow.spanLogLevel";

    /** Span attribute: tokens used, a map of {@link #INPUT_TOKENS} and the like. */
    public static final String CHAT_TOKEN_USAGE = "mlflow.chat.tokenUsage";

    /**
     * Span attribute: how many records of the span were cut or lost; written when it is not zero.
     */
    public static final String DROPPED_RECORDS = "hotspan.droppedRecords";

    /** Trace metadata: version of the format. */
    public static final String SCHEMA_VERSION = "mlflow.trace_schema.version";

    /** Trace metadata: JSON of the root's inputs, shortened. */
    public static final String TRACE_INPUTS = "mlflow.traceInputs";

    /** Trace metadata: JSON of the root's outputs, shortened. */
    public static final String TRACE_OUTPUTS = "mlflow.traceOutputs";

    /** Trace metadata: JSON of the token usage summed over the spans. */
    public static final String TRACE_TOKEN_USAGE = "mlflow.trace.tokenUsage";

    /** Trace metadata: the session that the trace belongs to. */
    public static final String TRACE_SESSION = "mlflow.trace.session";

    /** Trace metadata: the user of the traced program. */
    public static final String TRACE_USER = "mlflow.trace.user";

    /** Trace tag: the root's name. */
    public static final String TRACE_NAME = "mlflow.traceName";

    /** Key of token usage. */
    public static final String INPUT_TOKENS = "input_tokens";

    /** Key of token usage. */
    public static final String OUTPUT_TOKENS = "output_tokens";

    /** Key of token usage. */
    public static final String TOTAL_TOKENS = "total_tokens";

    private TraceKeys() {}
}
