package io.hotspan.record;

/** Attribute keys that mean more than an attribute. Source: {@code mlflow.tracing.constant}. */
public final class ReservedKeys {
    public static final String SPAN_TYPE = "mlflow.spanType";
    public static final String SPAN_INPUTS = "mlflow.spanInputs";
    public static final String SPAN_OUTPUTS = "mlflow.spanOutputs";
    public static final String TRACE_REQUEST_ID = "mlflow.traceRequestId";

    private ReservedKeys() {}
}
