package io.hotspan.trace;

import io.hotspan.model.SpanStatus;
import java.util.List;

/** Spans for tests. Times are offsets from a fixed moment. */
public final class TestSpans {
    /** 2025-10-22T04:14:54.524157Z. */
    public static final long EPOCH_NANOS = 1_761_106_494_524_157_000L;

    private TestSpans() {}

    /** A span of the known trace, ended with OK after one millisecond. */
    public static SpanDataBuilder span(final long id, final long parentId, final String name) {
        return SpanData.builder()
                .traceId(0x66aa81ba5c65ab67L, 0x304427ca1f198354L)
                .spanId(id)
                .parentSpanId(parentId)
                .name(name)
                .startEpochNanos(EPOCH_NANOS + id * 1_000)
                .endEpochNanos(EPOCH_NANOS + id * 1_000 + 1_000_000)
                .status(SpanStatus.OK);
    }

    /** A trace of these spans, of which nothing more was said. */
    public static Trace trace(final SpanDataBuilder... spans) {
        return Trace.assemble(
                List.of(spans).stream().map(SpanDataBuilder::build).toList(), TraceUpdates.NONE);
    }
}
