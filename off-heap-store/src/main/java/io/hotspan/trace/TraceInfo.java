package io.hotspan.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a trace says of itself as a whole. Immutable. Source: {@code mlflow.entities.TraceInfo}.
 *
 * @param traceId {@code tr-} and 32 hex digits; not null
 * @param clientRequestId the caller's own id of the request; null if there is none
 * @param experimentId MLflow's experiment, {@code "0"} for traces that Hotspan recorded; not null
 * @param requestEpochMillis when the root began, in milliseconds since the epoch, rounded down
 * @param executionDurationMillis how long the root took, rounded down; null while it is open
 * @param state how the trace went; not null
 * @param requestPreview what went in, for a table's cell; null if nothing is known
 * @param responsePreview what came out, for a table's cell; null if nothing is known
 * @param metadata what does not change after the trace; not null, made unmodifiable
 * @param tags what people may change later; not null, made unmodifiable
 */
public record TraceInfo(
        String traceId,
        String clientRequestId,
        String experimentId,
        long requestEpochMillis,
        Long executionDurationMillis,
        TraceState state,
        String requestPreview,
        String responsePreview,
        Map<String, String> metadata,
        Map<String, String> tags) {
    /** The experiment of traces that were not read from MLflow's JSON. */
    public static final String DEFAULT_EXPERIMENT_ID = "0";

    public TraceInfo {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(experimentId, "experimentId");
        Objects.requireNonNull(state, "state");
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }
}
