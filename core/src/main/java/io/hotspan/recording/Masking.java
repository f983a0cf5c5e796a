package io.hotspan.recording;

/**
 * Sees what a program says about its spans before it is written, and decides what is written
 * instead: to hide passwords, say. Nothing that a hook has not seen leaves the program's heap.
 *
 * <p>It sees the values of span attributes, inputs and outputs ({@code mlflow.spanInputs}, {@code
 * mlflow.spanOutputs}) included, of the attributes of events and links, of exceptions ({@code
 * exception.message}, {@code exception.stacktrace}), of tags and metadata of traces, and the texts
 * named by the constants here. It does not see names and types of spans, names of events, keys, and
 * names of threads: keep secrets out of them.
 *
 * <p>Called by the recording thread, by many at a time. A hook that throws, whatever it is, or that
 * is called by what it records itself, hides the value behind {@link #HIDDEN}, and is counted by
 * {@link Recording#failures()}. The program does not notice.
 */
@FunctionalInterface
public interface Masking {
    /** Key under which the hook sees the description of a span's status. */
    String STATUS_DESCRIPTION = "status.description";

    /** Key under which the hook sees the request's preview, if the program sets one. */
    String REQUEST_PREVIEW = "request_preview";

    /** Key under which the hook sees the response's preview, if the program sets one. */
    String RESPONSE_PREVIEW = "response_preview";

    /** Key under which the hook sees the id that a caller gave to its request. */
    String CLIENT_REQUEST_ID = "client_request_id";

    /** What is written where a hook has failed. */
    String HIDDEN = "<hidden: masking failed>";

    /**
     * What to write instead of a value.
     *
     * @param key not null
     * @param value as the program gave it, and not to be changed; null is a value
     * @return the same if there is nothing to hide
     */
    Object mask(String key, Object value);
}
