package io.hotspan.benchmarks.peers;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same, with its batches written to a file as OTLP. */
@State(Scope.Benchmark)
public class FileBurstState extends BurstState {
    @Override
    SpanExporter exporter(final CountingExporter counting) throws IOException {
        return new OtlpFileExporter(counting);
    }
}
