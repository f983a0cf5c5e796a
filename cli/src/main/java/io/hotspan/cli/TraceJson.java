package io.hotspan.cli;

import io.hotspan.replay.TraceSummary;

/** Lines about traces for programs. */
final class TraceJson {
    private TraceJson() {}

    /** One object; the duration is null while the root is open. */
    static String of(final TraceSummary trace) {
        return JsonLine.of(
                json -> {
                    json.writeStringField("traceId", trace.id().toString());
                    json.writeNumberField("startEpochNanos", trace.startEpochNanos());
                    json.writeStringField("state", trace.state().name());
                    json.writeStringField("name", trace.rootName());
                    if (trace.durationNanos() == TraceSummary.OPEN) {
                        json.writeNullField("durationNanos");
                    } else {
                        json.writeNumberField("durationNanos", trace.durationNanos());
                    }
                    json.writeNumberField("spans", trace.spanCount());
                });
    }
}
