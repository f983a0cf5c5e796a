package io.hotspan.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trace's JSON without what differs from run to run: ids are the numbers of spans, times are gone
 * unless the program gave them, and so are stack traces.
 */
final class ComparableTrace {
    private static final Object GIVEN_TIME = 1761106494524157000L;

    private final Map<Object, Object> spanNumbers = new HashMap<>();

    private ComparableTrace() {}

    static Map<String, Object> of(final Map<?, ?> trace) {
        final ComparableTrace comparable = new ComparableTrace();
        final List<Object> spans = new ArrayList<>();
        for (final Object span : (List<?>) ((Map<?, ?>) trace.get("data")).get("spans")) {
            spans.add(comparable.span(copy(span)));
        }
        final Map<String, Object> info = copy(trace.get("info"));
        info.put("trace_metadata", copy(info.get("trace_metadata")));
        info.remove("trace_id");
        info.remove("request_time");
        info.computeIfPresent("execution_duration_ms", (key, value) -> "some");
        final Map<String, Object> result = new LinkedHashMap<>();
        result.put("info", info);
        result.put("spans", spans);
        return result;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> copy(final Object map) {
        return new LinkedHashMap<>((Map<String, Object>) map);
    }

    private Map<String, Object> span(final Map<String, Object> span) {
        final Object parent = span.get("parent_span_id");
        spanNumbers.put(span.get("span_id"), spanNumbers.size());
        span.put("parent_span_id", parent == null ? null : spanNumbers.get(parent));
        span.remove("trace_id");
        span.remove("span_id");
        span.remove("start_time_unix_nano");
        span.computeIfPresent("end_time_unix_nano", (key, value) -> "some");
        final Map<String, Object> attributes = copy(span.get("attributes"));
        attributes.remove("mlflow.traceRequestId");
        span.put("attributes", attributes);
        final List<Object> events = new ArrayList<>();
        for (final Object event : (List<?>) span.get("events")) {
            events.add(event(copy(event)));
        }
        span.put("events", events);
        return span;
    }

    private static Map<String, Object> event(final Map<String, Object> event) {
        if (!GIVEN_TIME.equals(event.get("time_unix_nano"))) {
            event.put("time_unix_nano", "some");
        }
        final Map<String, Object> attributes = copy(event.get("attributes"));
        attributes.computeIfPresent("exception.stacktrace", (key, value) -> "some");
        event.put("attributes", attributes);
        return event;
    }
}
