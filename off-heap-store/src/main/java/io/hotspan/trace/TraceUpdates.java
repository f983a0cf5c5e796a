package io.hotspan.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a program said of a trace as a whole while it ran. Immutable. Source: {@code
 * mlflow.update_current_trace}.
 *
 * @param tags not null
 * @param metadata not null; session and user stand in it under their {@link TraceKeys}
 * @param clientRequestId null if never set
 * @param requestPreview null if never set
 * @param responsePreview null if never set
 * @param state the state that the program gave; null if the root's status decides
 */
public record TraceUpdates(
        Map<String, String> tags,
        Map<String, String> metadata,
        String clientRequestId,
        String requestPreview,
        String responsePreview,
        TraceState state) {
    /** Nothing was said. */
    public static final TraceUpdates NONE =
            new TraceUpdates(Map.of(), Map.of(), null, null, null, null);

    /** A builder; for one thread. */
    public static Builder builder() {
        return new Builder();
    }

    /** Takes updates in the order in which they were made: the last write of a thing wins. */
    public static final class Builder {
        private Map<String, String> tags = Map.of();
        private Map<String, String> metadata = Map.of();
        private String clientRequestId;
        private String requestPreview;
        private String responsePreview;
        private TraceState state;

        private Builder() {}

        /** Sets a tag; neither may be null. */
        public Builder tag(final String key, final String value) {
            if (tags.isEmpty()) {
                tags = new LinkedHashMap<>();
            }
            tags.put(key, value);
            return this;
        }

        /** Sets metadata; neither may be null. */
        public Builder metadata(final String key, final String value) {
            if (metadata.isEmpty()) {
                metadata = new LinkedHashMap<>();
            }
            metadata.put(key, value);
            return this;
        }

        /** Sets the session, which is metadata. */
        public Builder sessionId(final String id) {
            return metadata(TraceKeys.TRACE_SESSION, id);
        }

        /** Sets the user, which is metadata. */
        public Builder userId(final String id) {
            return metadata(TraceKeys.TRACE_USER, id);
        }

        /** Sets the caller's own id of the request. */
        public Builder clientRequestId(final String id) {
            clientRequestId = id;
            return this;
        }

        /** Sets the preview of what went in. Used as given, without shortening. */
        public Builder requestPreview(final String text) {
            requestPreview = text;
            return this;
        }

        /** Sets the preview of what came out. Used as given, without shortening. */
        public Builder responsePreview(final String text) {
            responsePreview = text;
            return this;
        }

        /** Sets the state, whatever the root's status is. */
        public Builder state(final TraceState traceState) {
            state = traceState;
            return this;
        }

        /** The updates so far. */
        public TraceUpdates build() {
            return new TraceUpdates(
                    copyOf(tags),
                    copyOf(metadata),
                    clientRequestId,
                    requestPreview,
                    responsePreview,
                    state);
        }

        private static Map<String, String> copyOf(final Map<String, String> map) {
            return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
    }
}
