package io.hotspan.recovery;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.tracing.Span;
import io.hotspan.tracing.Tracer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records numbered spans in several threads until it is killed. Each thread first opens a span that
 * never ends; after each span it tells a witness, a mapped file, the number of the last one that is
 * committed.
 */
final class RecordingProcess {
    static final int THREADS = 3;

    private RecordingProcess() {}

    /** Arguments: directory of the journal, file of the witness. */
    public static void main(final String[] arguments) throws Exception {
        final UnsafeBuffer witness;
        try (FileChannel channel =
                FileChannel.open(
                        Path.of(arguments[1]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            witness =
                    new UnsafeBuffer(
                            channel.map(FileChannel.MapMode.READ_WRITE, 0, THREADS * Long.BYTES));
        }
        final Hotspan hotspan =
                Hotspan.open(
                        Path.of(arguments[0]),
                        HotspanOptions.builder()
                                .recording(
                                        RecordingSettings.builder()
                                                .overloadPolicy(OverloadPolicy.WAIT)
                                                .maxWait(Duration.ofMinutes(1))
                                                .build())
                                .build());
        final List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            final int number = i;
            final Thread thread = new Thread(() -> record(hotspan.tracer(), number, witness));
            thread.start();
            threads.add(thread);
        }
        for (final Thread thread : threads) {
            thread.join();
        }
    }

    private static void record(final Tracer tracer, final int thread, final UnsafeBuffer witness) {
        final Span unfinished = tracer.startSpan("unfinished-" + thread);
        unfinished.setAttribute("thread", thread);
        for (long n = 1; ; n++) {
            try (Span span = tracer.startSpan("numbered-" + thread)) {
                span.setAttribute("n", n);
            }
            witness.putLongRelease(thread * Long.BYTES, n);
        }
    }
}
