package io.hotspan.cli;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.recording.RecordingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that records one trace and dies before it is written. */
final class KilledRecorder {
    private KilledRecorder() {}

    /** Arguments: directory of the journal, directory for the rings, whether to die. */
    public static void main(final String[] arguments) throws Exception {
        final Hotspan hotspan =
                Hotspan.open(
                        Path.of(arguments[0]),
                        HotspanOptions.builder()
                                .ringDirectory(Path.of(arguments[1]))
                                .recording(
                                        RecordingSettings.builder()
                                                .drainDelay(Duration.ofMinutes(1))
                                                .build())
                                .build());
        hotspan.tracer().startSpan("last words").close();
        System.out.println("recorded");
        if (Boolean.parseBoolean(arguments[2])) {
            Runtime.getRuntime().halt(9);
        }
        Thread.sleep(Duration.ofMinutes(1).toMillis()); // until the test ends it
    }

    /** Starts one, and returns when it has recorded. */
    static Process start(final Path journal, final Path rings, final boolean dies)
            throws IOException {
        final Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "@" + Launcher.SCRIPT.resolveSibling("hotspan.jvmargs"),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        KilledRecorder.class.getName(),
                                        journal.toString(),
                                        rings.toString(),
                                        Boolean.toString(dies)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        final int first = process.getInputStream().read();
        if (first < 0) {
            throw new IOException("the recorder has not started");
        }
        return process;
    }
}
