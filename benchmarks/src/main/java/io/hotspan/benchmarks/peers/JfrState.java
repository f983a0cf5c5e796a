package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.AllOpened;
import io.hotspan.benchmarks.harness.Counts;
import io.hotspan.benchmarks.harness.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;
import jdk.jfr.consumer.EventStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * JFR that writes to disk, one file for each iteration. JFR counts the bytes that it loses, not the
 * events: {@code lost} is those bytes in events of average length, at least 1.
 */
@State(Scope.Benchmark)
public class JfrState {
    private static final String DATA_LOSS = "jdk.DataLoss";
    private static final long EVENT_BYTES = 52;

    private Recording recording;
    private Path file;
    private long lost;

    @Setup(Level.Iteration)
    public void start() throws IOException {
        file = Files.createTempFile("hotspan-benchmark-", ".jfr");
        recording = new Recording();
        recording.setToDisk(true);
        recording.setDestination(file);
        recording.enable(DATA_LOSS);
        enable(CheckoutEvent.NAME);
        enable(DescribedEvent.NAME);
        recording.start();
    }

    private void enable(final String event) {
        final EventSettings settings = recording.enable(event).withoutThreshold();
        if (hasStackTrace()) {
            settings.withStackTrace();
        } else {
            settings.withoutStackTrace();
        }
    }

    boolean hasStackTrace() {
        return false;
    }

    @TearDown(Level.Iteration)
    public void stop(final AllOpened opened, final Counts counts) throws IOException {
        recording.stop();
        recording.close();
        lost += lostEvents();
        Files.delete(file);
        Ledger.lost(counts, opened, lost);
    }

    private long lostEvents() throws IOException {
        final AtomicLong bytes = new AtomicLong();
        try (EventStream events = EventStream.openFile(file)) {
            events.setReuse(true);
            events.onEvent(DATA_LOSS, event -> bytes.addAndGet(event.getLong("amount")));
            events.start();
        }
        return (bytes.get() + EVENT_BYTES - 1) / EVENT_BYTES;
    }
}
