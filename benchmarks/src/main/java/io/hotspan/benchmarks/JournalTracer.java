package io.hotspan.benchmarks;

import io.hotspan.drain.BlockSink;
import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A tracer that keeps what it records, in a journal on disk; the oldest of it is deleted beyond 1
 * GiB, so that long runs do not fill the disk.
 */
@State(Scope.Benchmark)
public class JournalTracer extends TracerState {
    private static final long MAX_BYTES = 1L << 30;

    private Path directory;

    @Override
    BlockSink sink(final long sessionId) {
        try {
            directory = Files.createTempDirectory("hotspan-benchmark-");
        } catch (final IOException e) {
            throw new UncheckedIOException("no room for a journal", e);
        }
        return JournalWriter.open(
                directory,
                JournalOptions.newBuilder().sessionId(sessionId).maxBytes(MAX_BYTES).build());
    }

    final Path directory() {
        return directory;
    }

    @Override
    void deleteWhatIsLeft() throws IOException {
        Directories.delete(directory);
    }
}
