package io.hotspan.benchmarks.burst;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.recording.OverloadPolicy;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.tracing.Span;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** One case of {@link SafepointBurst}. */
final class BurstProcess {
    private static final int VALUE_BYTES = 8_000;
    private static final long MAPPING_BYTES = 128 << 20;
    private static final long IDLE_MILLIS = 10_000;
    private static final long SAFEPOINT_NANOS = 10_000_000;

    private BurstProcess() {}

    /** Arguments: the case, how many bytes, where. */
    public static void main(final String[] arguments) throws Exception {
        final long bytes = Long.parseLong(arguments[1]);
        final Path place = Path.of(arguments[2]);
        final Thread safepoints = new Thread(BurstProcess::askForSafepoints, "safepoints");
        safepoints.setDaemon(true);
        safepoints.start();
        final byte[] value = new byte[VALUE_BYTES];
        switch (arguments[0]) {
            case "nothing" -> Thread.sleep(IDLE_MILLIS);
            case "mapping" -> store(value, bytes, Files.createDirectory(place));
            case "hotspan" -> record(value, bytes, place);
            default -> throw new IllegalArgumentException("no such case: " + arguments[0]);
        }
    }

    /** Stack traces of all threads are taken at a safepoint. */
    private static void askForSafepoints() {
        while (true) {
            Thread.getAllStackTraces();
            LockSupport.parkNanos(SAFEPOINT_NANOS);
        }
    }

    /** With bytes that do not get smaller, whatever compresses them. */
    private static void fill(final byte[] value) {
        ThreadLocalRandom.current().nextBytes(value);
    }

    private static void store(final byte[] value, final long bytes, final Path directory)
            throws IOException {
        for (long done = 0; done < bytes; done += MAPPING_BYTES) {
            try (FileChannel channel =
                    FileChannel.open(
                            directory.resolve(Long.toString(done)),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE)) {
                final MappedByteBuffer mapping =
                        channel.map(FileChannel.MapMode.READ_WRITE, 0, MAPPING_BYTES);
                while (mapping.remaining() >= value.length) {
                    fill(value);
                    mapping.put(value);
                }
            }
        }
    }

    private static void record(final byte[] value, final long bytes, final Path journal) {
        try (Hotspan hotspan =
                Hotspan.open(
                        journal,
                        HotspanOptions.builder()
                                .recording(
                                        RecordingSettings.builder()
                                                .overloadPolicy(OverloadPolicy.WAIT)
                                                .maxWait(Duration.ofMinutes(1))
                                                .build())
                                .build())) {
            for (long done = 0; done < bytes; done += value.length) {
                fill(value);
                try (Span span = hotspan.tracer().startSpan("burst")) {
                    span.setAttribute("value", (Object) value);
                }
            }
            hotspan.flush();
            if (hotspan.recording().lostSpans() + hotspan.recording().lostRecords() > 0) {
                throw new IllegalStateException("no figure: something was lost");
            }
        }
    }
}
