package io.hotspan.benchmarks.peers;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/** Counts spans and discards them. */
final class CountingExporter implements SpanExporter {
    private final AtomicLong spans = new AtomicLong();

    @Override
    public CompletableResultCode export(final Collection<SpanData> batch) {
        spans.addAndGet(batch.size());
        return CompletableResultCode.ofSuccess();
    }

    long spans() {
        return spans.get();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
