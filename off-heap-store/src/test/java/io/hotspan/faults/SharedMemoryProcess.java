package io.hotspan.faults;

import io.hotspan.Hotspan;
import io.hotspan.recording.Recording;
import io.hotspan.tracing.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records from many threads while somebody fills the shared memory, and says what came of it. */
final class SharedMemoryProcess {
    private static final int THREADS = 40; // of 2 MiB each: more than 64 MiB
    private static final int SPANS = 50;

    private SharedMemoryProcess() {}

    /** Arguments: directory of the journal; "fill", to fill the shared memory at half time. */
    public static void main(final String[] arguments) throws Exception {
        final Recording recording;
        try (Hotspan hotspan = Hotspan.open(Path.of(arguments[0]))) {
            recording = hotspan.recording();
            final Thread[] threads = new Thread[THREADS];
            for (int i = 0; i < THREADS; i++) {
                if (i == THREADS / 2 && "fill".equals(arguments[1])) {
                    fill(Path.of("/dev/shm/filler"));
                }
                final int number = i;
                threads[i] = new Thread(() -> record(hotspan, number));
                threads[i].start();
                threads[i].join(); // one after the other, so that none overloads the shared ring
            }
            try (Span span = hotspan.tracer().startSpan("long")) {
                span.setAttribute("value", "x".repeat(3 << 20));
            }
        }
        System.out.println(
                "opened=" + (THREADS * SPANS + 1) + " failures=" + recording.failures() + " end");
    }

    private static void record(final Hotspan hotspan, final int thread) {
        for (int i = 0; i < SPANS; i++) {
            try (Span span = hotspan.tracer().startSpan("thread-" + thread)) {
                span.setAttribute("number-" + thread, i);
            }
        }
    }

    private static void fill(final Path filler) {
        final byte[] bytes = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(bytes);
            }
        } catch (final IOException e) {
            System.out.println("filled: " + e.getMessage());
        }
    }
}
