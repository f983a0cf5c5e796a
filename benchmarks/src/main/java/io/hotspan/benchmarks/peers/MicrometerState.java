package io.hotspan.benchmarks.peers;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Micrometer Tracing over OpenTelemetry's SDK with an exporter that discards. */
@State(Scope.Benchmark)
public class MicrometerState extends OpenTelemetryState {
    /** What the benchmark's spans come from. */
    public Tracer micrometer;

    @Setup(Level.Trial)
    public void openMicrometer() throws IOException {
        micrometer = new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {});
    }
}
