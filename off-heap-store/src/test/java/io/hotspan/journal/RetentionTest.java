package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.record.ClockAnchor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final int SPANS = 1_000;

    @TempDir Path directory;
    @TempDir Path elsewhere;

    @Test
    void aJournalStaysSmallerThanItsLimit() throws IOException {
        final long maxBytes = 8 << 20;
        try (JournalWriter writer = open(1, JournalOptions.newBuilder().maxBytes(maxBytes))) {
            for (int i = 0; i < 1_000; i++) {
                append(writer, 1, i);
                if (i % 50 == 0) {
                    assertThat(sealedBytes()).isLessThan(maxBytes);
                }
            }
        }

        final List<SegmentName> names = JournalDirectory.segments(directory);
        assertThat(names.get(0).number()).isGreaterThan(1);
        assertThat(sealedBytes()).isBetween(maxBytes / 2, maxBytes);
    }

    @Test
    void aDeletedBeginningIsNoDamage() {
        try (JournalWriter writer = open(1, JournalOptions.newBuilder().maxBytes(4 << 20))) {
            for (int i = 0; i < 500; i++) {
                append(writer, 1, i);
            }
        }

        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            long end = 0;
            while (cursor.next()) {
                end = Math.max(end, cursor.block().endPosition());
            }
            assertThat(end).isEqualTo(500L * SPANS * TestRecords.SPAN_BYTES);
            assertThat(cursor.damageCount()).isZero();
        }
    }

    @Test
    void oldSegmentsAreDeletedAndThoseOfLiveWritersAreKept() throws IOException {
        try (JournalWriter live = open(1, JournalOptions.newBuilder())) {
            append(live, 1, 0);
            try (JournalWriter closed = open(2, JournalOptions.newBuilder())) {
                append(closed, 2, 0);
            }
            for (final SegmentName name : JournalDirectory.segments(directory)) {
                final File file = Segments.dataFile(name.in(directory));
                assertThat(file.setLastModified(1_000_000)).isTrue();
            }
            final SegmentName old = new SegmentName(1_000_000, 2, 1);
            assertThat(
                            JournalDirectory.segments(directory).stream()
                                    .filter(name -> name.sessionId() == 2)
                                    .findFirst()
                                    .orElseThrow()
                                    .in(directory)
                                    .toFile()
                                    .renameTo(old.in(directory).toFile()))
                    .isTrue();

            try (JournalWriter third =
                    open(3, JournalOptions.newBuilder().maxAge(Duration.ofHours(1)))) {
                append(third, 3, 0);
                assertThat(JournalDirectory.segments(directory))
                        .extracting(SegmentName::sessionId)
                        .containsExactly(1L, 3L);
            }
        }
    }

    @Test
    void aLinkThatSomebodyPutThereIsNeitherFollowedNorDeletedThrough() throws IOException {
        final Path document = elsewhere.resolve("document.cq4");
        Files.writeString(document, "a user's");
        try (JournalWriter writer = open(1, JournalOptions.newBuilder().maxBytes(4 << 20))) {
            append(writer, 1, 0);
            for (final String name :
                    List.of(
                            new SegmentName(1, 2, 1).toString(),
                            Segments.UNBORN + "link",
                            Segments.DELETED + "link")) {
                Files.createSymbolicLink(directory.resolve(name), elsewhere);
            }
            for (int i = 1; i < 500; i++) {
                append(writer, 1, i);
            }
        }

        assertThat(document).hasContent("a user's");
        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            while (cursor.next()) {
                assertThat(cursor.block().sessionId()).isEqualTo(1);
            }
            assertThat(cursor.damageCount()).isZero();
        }
    }

    private long sealedBytes() throws IOException {
        long bytes = 0;
        for (final SegmentName name : JournalDirectory.segments(directory)) {
            final Path segment = name.in(directory);
            if (WriterLock.state(segment) == SegmentState.SEALED) {
                bytes += Segments.dataFile(segment).length();
            }
        }
        return bytes;
    }

    private static void append(final JournalWriter writer, final long sessionId, final int i) {
        final UnsafeBuffer records = TestRecords.spans(1 + i * (long) SPANS, SPANS);
        writer.append(
                TestRecords.ring(sessionId, 1),
                new ClockAnchor(1, 2),
                (long) i * records.capacity(),
                records,
                0,
                records.capacity());
    }

    private JournalWriter open(final long sessionId, final JournalOptions.Builder options) {
        return JournalWriter.open(
                directory, options.sessionId(sessionId).segmentBytes(1 << 20).build());
    }
}
