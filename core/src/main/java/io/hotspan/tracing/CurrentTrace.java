package io.hotspan.tracing;

import io.hotspan.model.StatusCode;
import io.hotspan.record.TraceFactDescriptor;
import io.hotspan.recording.Recording;
import io.hotspan.recording.SpanContext;

/**
 * The trace that the calling thread is in, to say things about as a whole, from any depth of it.
 * Where no trace is recorded every call does nothing. The last call of a kind and key holds. A null
 * key is the text "null".
 *
 * {@snippet class=io.hotspan.docs.GuideRecordingTest region=trace-level}
 *
 * <p>Source: {@code mlflow.update_current_trace}.
 */
public final class CurrentTrace {
    private static final String SESSION_KEY = "mlflow.trace.session";
    private static final String USER_KEY = "mlflow.trace.user";

    private final Recording recording;
    private final SpanContext context;

    CurrentTrace(final Recording recording, final SpanContext context) {
        this.recording = recording;
        this.context = context;
    }

    /** Sets a tag; null deletes it. */
    public CurrentTrace setTag(final String key, final String value) {
        return fact(TraceFactDescriptor.KIND_TAG, String.valueOf(key), value);
    }

    /** Sets a metadata entry; null changes nothing. */
    public CurrentTrace setMetadata(final String key, final String value) {
        return factUnlessNull(TraceFactDescriptor.KIND_METADATA, String.valueOf(key), value);
    }

    /** Names the conversation that the trace is a turn of; null changes nothing. */
    public CurrentTrace setSessionId(final String sessionId) {
        return setMetadata(SESSION_KEY, sessionId);
    }

    /** Names who asked; null changes nothing. */
    public CurrentTrace setUserId(final String userId) {
        return setMetadata(USER_KEY, userId);
    }

    /** The id that the caller gave to the request; null changes nothing. */
    public CurrentTrace setClientRequestId(final String requestId) {
        return factUnlessNull(TraceFactDescriptor.KIND_CLIENT_REQUEST_ID, "", requestId);
    }

    /**
     * What lists show of the request, instead of what is taken from the root's inputs; null changes
     * nothing.
     */
    public CurrentTrace setRequestPreview(final String preview) {
        return factUnlessNull(TraceFactDescriptor.KIND_REQUEST_PREVIEW, "", preview);
    }

    /**
     * What lists show of the response, instead of what is taken from the root's outputs; null
     * changes nothing.
     */
    public CurrentTrace setResponsePreview(final String preview) {
        return factUnlessNull(TraceFactDescriptor.KIND_RESPONSE_PREVIEW, "", preview);
    }

    /**
     * Sets the trace's state, whatever its root's status will be; null changes nothing.
     *
     * @throws IllegalArgumentException for UNSET: a trace is OK or ERROR
     */
    public CurrentTrace setState(final StatusCode state) {
        if (state == StatusCode.UNSET) {
            throw new IllegalArgumentException("a trace's state is OK or ERROR, not UNSET");
        }
        return factUnlessNull(
                TraceFactDescriptor.KIND_STATE, "", state == null ? null : state.name());
    }

    /** The id of the trace, {@code tr-…}; empty if there is none. */
    public String traceId() {
        return context.isPresent() ? context.traceId().toString() : "";
    }

    private CurrentTrace factUnlessNull(final int kind, final String key, final String value) {
        return value == null ? this : fact(kind, key, value);
    }

    private CurrentTrace fact(final int kind, final String key, final String value) {
        if (context.sampled()) {
            recording.traceFact(context.traceHigh(), context.traceLow(), kind, key, value);
        }
        return this;
    }
}
