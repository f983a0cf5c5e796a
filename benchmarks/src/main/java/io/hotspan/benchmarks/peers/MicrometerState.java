package io.hotspan.benchmarks.peers;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Micrometer Tracing over OpenTelemetry's SDK with an exporter that discards. */
@State(Scope.Benchmark)
public class MicrometerState extends OpenTelemetryState {
    /** What the benchmark's spans come from. */
    public Tracer micrometer;

    @Override
    void opened(final io.opentelemetry.api.trace.Tracer tracer) {
        micrometer = new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {});
    }
}
