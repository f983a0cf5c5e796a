package io.hotspan.trace;

/** How a trace went, or that it is still going on. Source: {@code mlflow.entities.TraceState}. */
public enum TraceState {
    /** Read from JSON that says so; Hotspan never records it. */
    STATE_UNSPECIFIED,
    /** The root ended well. */
    OK,
    /** The root ended with an error. */
    ERROR,
    /** The root has not ended. */
    IN_PROGRESS
}
