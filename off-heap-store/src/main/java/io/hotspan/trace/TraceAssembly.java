package io.hotspan.trace;

import io.hotspan.json.Json;
import io.hotspan.model.StatusCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules by which spans become a trace. Source: MLflow's span processors. */
final class TraceAssembly {
    private static final String SCHEMA_VERSION = "3";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private TraceAssembly() {}

    /** The spans by start; those that started together stay as they were given. */
    static List<SpanData> inStartOrder(final List<SpanData> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).startEpochNanos() < spans.get(i - 1).startEpochNanos()) {
                final List<SpanData> sorted = new ArrayList<>(spans);
                sorted.sort(Comparator.comparingLong(SpanData::startEpochNanos));
                return List.copyOf(sorted);
            }
        }
        return List.copyOf(spans);
    }

    static SpanData rootOf(final List<SpanData> spans) {
        for (final SpanData span : spans) {
            if (span.parentSpanIdLong() == 0) {
                return span;
            }
        }
        final Set<Long> ids = new HashSet<>();
        spans.forEach(span -> ids.add(span.spanIdLong()));
        for (final SpanData span : spans) {
            if (!ids.contains(span.parentSpanIdLong())) {
                return span;
            }
        }
        return spans.get(0); // parents in a circle: no recorder writes that, but a file may say it
    }

    static TraceState stateOf(final SpanData root, final TraceUpdates updates) {
        if (updates.state() != null) {
            return updates.state();
        }
        if (root.isOpen()) {
            return TraceState.IN_PROGRESS;
        }
        return root.status().code() == StatusCode.ERROR ? TraceState.ERROR : TraceState.OK;
    }

    static TraceInfo infoOf(final Trace trace, final TraceUpdates updates) {
        final SpanData root = trace.root();
        final String request = updates.requestPreview();
        final String response = updates.responsePreview();
        return new TraceInfo(
                root.traceId(),
                updates.clientRequestId(),
                TraceInfo.DEFAULT_EXPERIMENT_ID,
                Math.floorDiv(root.startEpochNanos(), NANOS_PER_MILLI),
                root.isOpen() ? null : Math.floorDiv(root.durationNanos(), NANOS_PER_MILLI),
                stateOf(root, updates),
                request == null && root.hasInputs() ? Previews.request(root.inputs()) : request,
                response == null && root.hasOutputs()
                        ? Previews.response(root.outputs())
                        : response,
                metadataOf(trace, updates),
                tagsOf(root, updates));
    }

    private static Map<String, String> metadataOf(final Trace trace, final TraceUpdates updates) {
        final SpanData root = trace.root();
        final Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(TraceKeys.SCHEMA_VERSION, SCHEMA_VERSION);
        metadata.putAll(updates.metadata());
        if (root.hasInputs() || !root.isOpen()) {
            metadata.put(
                    TraceKeys.TRACE_INPUTS,
                    root.hasInputs() ? Previews.metadata(root.inputs()) : "");
        }
        if (root.hasOutputs() || !root.isOpen()) {
            metadata.put(
                    TraceKeys.TRACE_OUTPUTS,
                    root.hasOutputs() ? Previews.metadata(root.outputs()) : "");
        }
        final Map<String, Object> usage = TokenUsage.sum(trace.spans());
        if (usage != null) {
            metadata.put(TraceKeys.TRACE_TOKEN_USAGE, Json.write(usage));
        }
        return metadata;
    }

    private static Map<String, String> tagsOf(final SpanData root, final TraceUpdates updates) {
        final Map<String, String> tags = new LinkedHashMap<>();
        tags.put(TraceKeys.TRACE_NAME, root.name());
        tags.putAll(updates.tags());
        return tags;
    }
}
