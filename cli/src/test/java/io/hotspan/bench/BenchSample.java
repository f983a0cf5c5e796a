package io.hotspan.bench;

import io.hotspan.bench.result.BenchRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Results as JMH wrote them, without raw data: all of Hotspan's are whole, OpenTelemetry lost 6 %,
 * Micrometer failed.
 */
public final class BenchSample {
    private BenchSample() {}

    /** Writes the two files of a run into a directory; returns that of the results. */
    public static Path write(final Path directory) throws IOException {
        for (final String name : new String[] {BenchRun.RESULTS_FILE, BenchRun.FACTS_FILE}) {
            try (InputStream file = BenchSample.class.getResourceAsStream(name)) {
                Files.copy(file, directory.resolve(name));
            }
        }
        return directory.resolve(BenchRun.RESULTS_FILE);
    }

    /** The results with some of their text replaced; nothing failed. */
    public static Path writeWith(final Path directory, final String text, final String replacement)
            throws IOException {
        final Path results = write(directory);
        Files.delete(directory.resolve(BenchRun.FACTS_FILE));
        final String json = Files.readString(results);
        if (!json.contains(text)) {
            throw new IllegalArgumentException("the sample has no " + text);
        }
        return Files.writeString(results, json.replace(text, replacement));
    }
}
