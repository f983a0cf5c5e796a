package io.hotspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.recording.RecordingSettings;
import io.hotspan.trace.SpanData;
import io.hotspan.trace.Trace;
import io.hotspan.trace.TraceTree;
import io.hotspan.tracing.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A journal for one test, recorded into and replayed the way a program does it. Afterwards it is
 * closed, and the test fails if a ring, a file or the drainer is left behind.
 */
public final class JournalFixture implements BeforeEachCallback, AfterEachCallback {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private final UnaryOperator<RecordingSettings.Builder> settings;
    private Path directory;
    private Path rings;
    private Hotspan hotspan;

    /** With the default settings. */
    public JournalFixture() {
        this(builder -> builder);
    }

    /** With settings of the test's own. */
    public JournalFixture(final UnaryOperator<RecordingSettings.Builder> settings) {
        this.settings = settings;
    }

    @Override
    public void beforeEach(final ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("hotspan-journal");
        rings =
                Files.isWritable(SHARED_MEMORY)
                        ? Files.createTempDirectory(SHARED_MEMORY, "hotspan-test")
                        : Files.createTempDirectory("hotspan-test");
        hotspan =
                Hotspan.open(
                        directory,
                        HotspanOptions.builder()
                                .ringDirectory(rings)
                                .recording(settings.apply(RecordingSettings.builder()).build())
                                .build());
    }

    @Override
    public void afterEach(final ExtensionContext context) throws IOException {
        hotspan.close();
        try (Stream<Path> left = Files.list(rings)) {
            assertThat(left).as("rings that are left behind").isEmpty();
        } finally {
            delete(rings);
            delete(directory);
        }
    }

    /** What the test records with. */
    public Hotspan hotspan() {
        return hotspan;
    }

    /** What the test opens spans with. */
    public Tracer tracer() {
        return hotspan.tracer();
    }

    /** The one trace of the journal, as it is read back. */
    public Trace replayed() {
        final List<Trace> traces = replayedAll();
        assertThat(traces).as("traces in the journal").hasSize(1);
        return traces.get(0);
    }

    /** One trace, as it is read back. */
    public Trace replayed(final String traceId) {
        hotspan.flush();
        return hotspan.traces().get(traceId).orElseThrow();
    }

    /** The one span of that name in the one trace. */
    public SpanData replayedSpan(final String name) {
        final List<SpanData> found =
                replayed().spans().stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as("spans named " + name).hasSize(1);
        return found.get(0);
    }

    /** The one trace as an indented text; see {@link TraceTree#compact}. */
    public String replayedTree() {
        return TraceTree.compact(replayed());
    }

    /** All traces, as they are read back, in the order of their roots' start. */
    public List<Trace> replayedAll() {
        hotspan.flush();
        return hotspan.traces().search("").stream()
                .sorted(Comparator.comparingLong(trace -> trace.root().startEpochNanos()))
                .toList();
    }

    /** How many rings there are. */
    public long ringCount() {
        try (Stream<Path> files = Files.walk(rings)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith("ring"))
                    .count();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the journal is. */
    public Path directory() {
        return directory;
    }

    private static void delete(final Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (final Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
