package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.block.BlockDescriptor;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFilesTest {
    private static final ClockAnchor ANCHOR = new ClockAnchor(1, 2);
    private static final long SESSION = 0x5E65;

    @TempDir Path directory;

    @Test
    void aChronicleTailerReadsTheSameDocuments() {
        final RingIdentity ring = TestRecords.ring(SESSION, 1);
        try (JournalWriter writer = JournalWriter.open(directory, options())) {
            for (int i = 0; i < 500; i++) {
                final UnsafeBuffer records = TestRecords.spans(i * 70L, 70);
                writer.append(
                        ring,
                        ANCHOR,
                        (long) i * records.capacity(),
                        records,
                        0,
                        records.capacity());
            }
        }
        int ours = 0;
        try (JournalCursor cursor = reader().cursor()) {
            while (cursor.next()) {
                ours++;
            }
        }

        int theirs = 0;
        for (final Path segment : segments()) {
            try (ChronicleQueue queue =
                            SingleChronicleQueueBuilder.binary(segment.toFile())
                                    .readOnly(true)
                                    .timeoutMS(500)
                                    .build();
                    ExcerptTailer tailer = queue.createTailer()) {
                boolean isPresent = true;
                while (isPresent) {
                    try (DocumentContext context = tailer.readingDocument()) {
                        isPresent = context.isPresent();
                        if (isPresent) {
                            assertThat(context.wire().bytes().readInt())
                                    .isEqualTo(BlockDescriptor.MAGIC);
                            theirs++;
                        }
                    }
                }
            }
        }

        assertThat(theirs).isEqualTo(ours).isGreaterThan(500);
    }

    @Test
    void onlyTheOwnerCanReadWhatWasWritten() throws Exception {
        final Path journal = directory.resolve("journal");
        try (JournalWriter writer = JournalWriter.open(journal, options())) {
            writer.symbols(1, List.of("secret"));
            try (Stream<Path> paths = Files.walk(journal)) {
                for (final Path path : paths.collect(Collectors.toList())) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
                }
            }
        }
    }

    @Test
    void theFirstSegmentIsThereOnceTheWriterIsOpen() {
        try (JournalWriter writer = JournalWriter.open(directory, options())) {
            assertThat(segments()).isEmpty();
            writer.open();
            assertThat(segments()).hasSize(1);
        }
    }

    @Test
    void aSealedSegmentIsNoLongerThanItsData() throws IOException {
        try (JournalWriter writer = JournalWriter.open(directory, options())) {
            writer.symbols(1, List.of("a"));
        }

        try (JournalCursor cursor = reader().cursor()) {
            while (cursor.next()) {
                assertThat(cursor.file()).isEqualTo(dataFile(segments().get(0)));
            }
            assertThat(dataFile(segments().get(0))).hasSize(cursor.bytesRead());
        }
        assertThat(WriterLock.state(segments().get(0))).isEqualTo(SegmentState.SEALED);
    }

    private JournalReader reader() {
        return JournalReader.open(directory);
    }

    private List<Path> segments() {
        return JournalDirectory.segments(directory).stream()
                .map(name -> name.in(directory))
                .collect(Collectors.toList());
    }

    private static Path dataFile(final Path segment) throws IOException {
        return Segments.dataFile(segment).toPath();
    }

    private static JournalOptions options() {
        return JournalOptions.newBuilder().sessionId(SESSION).segmentBytes(1 << 20).build();
    }
}
