package io.hotspan.benchmarks;

import io.hotspan.benchmarks.harness.Counts;
import io.hotspan.benchmarks.harness.Ledger;
import io.hotspan.drain.BlockSink;
import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.Recording;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.ring.RingDirectory;
import io.hotspan.symbol.Symbol;
import io.hotspan.tracing.SpanHandles;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A tracer whose drainer runs, and which loses nothing: a producer that is faster than the drainer
 * waits, and the wait is in the figure. The run fails if a record was lost all the same.
 */
@State(Scope.Benchmark)
public class TracerState {
    private static final int MAX_KEYS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Tracer tracer;
    SpanHandles handles;
    Symbol checkout;
    Symbol child;
    Symbol user;
    Symbol currency;
    Symbol amount;
    Symbol discount;
    Symbol paid;
    final Symbol[] keys = new Symbol[MAX_KEYS];
    private Recording recording;
    private CountingSink sink;

    @Setup(Level.Trial)
    public void open() throws IOException {
        final RingDirectory rings = RingDirectory.create(0);
        sink = new CountingSink(sink(rings.sessionId()));
        recording = Recording.start(settings().build(), rings, sink);
        tracer = new Tracer(recording);
        handles = tracer.handles();
        checkout = tracer.symbol("checkout");
        child = tracer.symbol("child");
        user = tracer.symbol("user");
        currency = tracer.symbol("currency");
        amount = tracer.symbol("amount");
        discount = tracer.symbol("discount");
        paid = tracer.symbol("paid");
        Arrays.setAll(keys, i -> tracer.symbol("key-" + i));
    }

    /** How it records; a subclass may change it. */
    RecordingSettings.Builder settings() {
        return RecordingSettings.builder().overloadPolicy(OverloadPolicy.WAIT).maxWait(PATIENCE);
    }

    /** Where records go; a subclass may change it. */
    BlockSink sink(final long sessionId) {
        return new DiscardingSink();
    }

    /** Whether a loss makes the run fail. */
    boolean losesNothing() {
        return true;
    }

    final Recording recording() {
        return recording;
    }

    /** Everything that was recorded before the call has been taken out of the rings. */
    final CountingSink drained() throws InterruptedException {
        if (!recording.flush(PATIENCE)) {
            throw new IllegalStateException("not drained after " + PATIENCE + ": no figure");
        }
        return sink;
    }

    @TearDown(Level.Iteration)
    public void count(final Counts counts) throws InterruptedException {
        drained();
        Ledger.totals(counts, sink.recordedSpans(), sink.lost());
        if (losesNothing() && sink.lost() != 0) {
            throw new IllegalStateException(sink.lost() + " records were lost: no figure");
        }
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        recording.close();
        deleteWhatIsLeft();
    }

    /** Called when all is closed; a subclass may have something on disk. */
    void deleteWhatIsLeft() throws IOException {
        // nothing is on disk
    }
}
