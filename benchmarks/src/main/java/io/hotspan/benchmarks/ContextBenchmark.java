package io.hotspan.benchmarks;

import io.hotspan.tracing.Context;
import io.hotspan.tracing.DetachedSpan;
import io.hotspan.tracing.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to know the current span, to carry it to another thread or process, and to have
 * a span that is no thread's? Baselines: a thread-local read, and an open and close.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar ContextBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = JvmOptions.INTERNAL_MISC)
public class ContextBenchmark {
    private static final String HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final ThreadLocal<Object> local = ThreadLocal.withInitial(Object::new);
    private final Map<String, String> incoming = Map.of("traceparent", HEADER);
    private final Map<String, String> outgoing = new HashMap<>();

    @Benchmark
    public Object baselineThreadLocal() {
        return local.get();
    }

    @Benchmark
    public void baselineOpenClose(final TracerState state) {
        try (Span span = state.tracer.startSpan(state.checkout)) {}
    }

    @Benchmark
    public Span currentSpan(final OpenRoot root) {
        return root.state.tracer.currentSpan();
    }

    @Benchmark
    public Context currentContext(final OpenRoot root) {
        return root.state.tracer.currentContext();
    }

    /** Takes the context along and makes it current, as a wrapped task does, but in place. */
    @Benchmark
    public void contextInScope(final OpenRoot root) {
        final Context context = root.state.tracer.currentContext();
        try (var scope = context.makeCurrent();
                Span span = root.state.tracer.startSpan(root.state.child)) {}
    }

    @Benchmark
    public void detachedSpan(final TracerState state) {
        try (DetachedSpan span = state.tracer.startDetachedSpan("checkout")) {}
    }

    @Benchmark
    public Map<String, String> inject(final OpenRoot root) {
        root.state.tracer.inject(outgoing, Map::put);
        return outgoing;
    }

    @Benchmark
    public Context extract(final TracerState state) {
        return state.tracer.extract(incoming, Map::get);
    }

    /** A request that came with a header: its span hangs on the caller's. */
    @Benchmark
    public void extractOpenClose(final TracerState state) {
        try (var scope = state.tracer.extract(incoming, Map::get).makeCurrent();
                Span span = state.tracer.startSpan(state.checkout)) {}
    }
}
