package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.AllOpened;
import io.hotspan.benchmarks.harness.Counts;
import io.hotspan.benchmarks.harness.Ledger;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** OpenTelemetry's SDK as its defaults have it: a batch processor with a queue of 2,048 spans. */
@State(Scope.Benchmark)
public class OpenTelemetryState {
    /** What the benchmark's spans come from. */
    public Tracer tracer;

    final RuntimeException declined = new IllegalStateException("card declined");
    final AttributeKey<String> user = AttributeKey.stringKey("user");
    final AttributeKey<String> currency = AttributeKey.stringKey("currency");
    final AttributeKey<Long> amount = AttributeKey.longKey("amount");
    final AttributeKey<Double> discount = AttributeKey.doubleKey("discount");
    private final CountingExporter exporter = new CountingExporter();
    private SdkTracerProvider provider;

    @Setup(Level.Trial)
    public void open() throws IOException {
        provider =
                SdkTracerProvider.builder()
                        .setSampler(sampler())
                        .addSpanProcessor(
                                configure(BatchSpanProcessor.builder(exporter(exporter))).build())
                        .build();
        tracer = sdk().getTracer("benchmark");
        opened(tracer);
    }

    /** What a subclass puts on top; JMH would not call a set-up of its own after this one. */
    void opened(final Tracer tracer) {
        // nothing is on top
    }

    /** The exporter behind the batch processor; a subclass may change it. */
    SpanExporter exporter(final CountingExporter counting) throws IOException {
        return counting;
    }

    /** How spans are queued; a subclass may change it. */
    BatchSpanProcessorBuilder configure(final BatchSpanProcessorBuilder processor) {
        return processor;
    }

    /** Whether a loss makes the run fail. */
    boolean losesNothing() {
        return false;
    }

    Sampler sampler() {
        return Sampler.alwaysOn();
    }

    final OpenTelemetrySdk sdk() {
        return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    }

    @TearDown(Level.Iteration)
    public void count(final AllOpened opened, final Counts counts) {
        flushAll();
        Ledger.written(counts, opened, exporter.spans());
        if (losesNothing() && exporter.spans() != opened.spans()) {
            throw new IllegalStateException(
                    exporter.spans() + " of " + opened.spans() + " spans exported: no figure");
        }
    }

    /** Everything that was queued before has been exported. */
    final void flushAll() {
        if (!provider.forceFlush().join(30, TimeUnit.SECONDS).isSuccess()) {
            throw new IllegalStateException("not exported after 30 s: no figure");
        }
    }

    /** All spans that were opened have been exported: none may have been dropped. */
    final void flushWhole(final AllOpened opened) {
        final long startNanos = System.nanoTime();
        // a flush right after another one may do nothing, and return that one's success
        while (exporter.spans() < opened.spans()) {
            if (System.nanoTime() - startNanos > TimeUnit.SECONDS.toNanos(30)) {
                throw new IllegalStateException("spans were lost: no figure");
            }
            flushAll();
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        provider.shutdown().join(30, TimeUnit.SECONDS);
    }
}
