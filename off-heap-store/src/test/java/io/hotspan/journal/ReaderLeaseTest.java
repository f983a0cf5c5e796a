package io.hotspan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.record.ClockAnchor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention against readers, here and in other processes. */
class ReaderLeaseTest {
    private static final int SPANS = 1_000;
    private static final int MORE_THAN_THE_LIMIT = 400;

    @TempDir Path directory;
    private JournalWriter writer;
    private int blocks;

    @BeforeEach
    void openAndFillTwoSegments() throws IOException {
        writer =
                JournalWriter.open(
                        directory,
                        JournalOptions.newBuilder()
                                .sessionId(1)
                                .segmentBytes(1 << 20)
                                .maxBytes(4 << 20)
                                .build());
        while (JournalDirectory.segments(directory).size() < 2) {
            append();
        }
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void retentionLeavesTheSegmentThatAReaderIsInAndWhatFollowsIt() throws IOException {
        final Path oldest = segment(0);
        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            assertThat(cursor.next()).isTrue();

            appendMoreThanTheLimit();

            assertThat(oldest).exists();
            while (cursor.next()) {
                // a session that lacks something in its middle would be damaged
            }
            assertThat(cursor.damageCount()).isZero();
            appendMoreThanTheLimit();
            assertThat(oldest).doesNotExist();
        }
    }

    @Test
    void segmentsOfOtherSessionsAreDeletedAllTheSame() throws IOException {
        final Path oldest = segment(0);
        try (JournalWriter other =
                        JournalWriter.open(
                                directory, JournalOptions.newBuilder().sessionId(2).build());
                JournalCursor cursor = JournalReader.open(directory).cursor()) {
            other.symbols(1, List.of("a"));
            other.close();
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.file()).hasParent(oldest);

            appendMoreThanTheLimit();

            assertThat(oldest).exists();
            assertThat(JournalDirectory.segments(directory))
                    .extracting(SegmentName::sessionId)
                    .containsOnly(1L);
        }
    }

    @Test
    void theSegmentIsFreeAsSoonAsItIsReadToItsEnd() throws IOException {
        final Path oldest = segment(0);
        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            while (cursor.next()) {
                // on to the segment that is still written
            }

            assertThat(ReaderLease.isHeldOn(oldest)).isFalse();
            appendMoreThanTheLimit();
            assertThat(oldest).doesNotExist();
        }
    }

    @Test
    void eachReaderOfAProcessHoldsItForItself() throws IOException {
        final Path oldest = segment(0);
        try (JournalCursor one = JournalReader.open(directory).cursor()) {
            assertThat(one.next()).isTrue();
            try (JournalCursor other = JournalReader.open(directory).cursor()) {
                assertThat(other.next()).isTrue();
            }

            appendMoreThanTheLimit();

            assertThat(oldest).exists();
        }
    }

    @Test
    void anInterruptedThreadHoldsItToo() throws IOException {
        Thread.currentThread().interrupt();
        try (JournalCursor cursor = JournalReader.open(directory).cursor()) {
            assertThat(cursor.next()).isTrue();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(ReaderLease.isHeldOn(segment(0))).isTrue();
        }
        assertThat(ReaderLease.isHeldOn(segment(0))).isFalse();
    }

    @Test
    void aReaderInAnotherProcessReadsItsSegmentToTheEndBeforeItIsDeleted() throws Exception {
        final Path oldest = segment(0);
        final Process process = startReader();
        try (BufferedReader said = said(process)) {
            assertThat(said.readLine()).isEqualTo("in");

            appendMoreThanTheLimit();
            assertThat(oldest).exists();

            goOn(process);
            assertThat(said.readLine()).matches("end=[1-9]\\d+ damages=0");
            appendMoreThanTheLimit();
            assertThat(oldest).doesNotExist();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aReaderThatWasKilledHoldsNothing() throws Exception {
        final Path oldest = segment(0);
        final Process process = startReader();
        try (BufferedReader said = said(process)) {
            assertThat(said.readLine()).isEqualTo("in");
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (var files = Files.newDirectoryStream(oldest, "reader-*.lock")) {
            assertThat(files).hasSize(1);
        }

        appendMoreThanTheLimit();

        assertThat(oldest).doesNotExist();
    }

    @Test
    void otherUsersMaySeeWhetherItIsHeld() throws IOException {
        try (ReaderLease lease = ReaderLease.take(segment(0));
                var files = Files.newDirectoryStream(segment(0), "reader-*.lock")) {
            assertThat(lease).isNotNull();
            final Path file = files.iterator().next();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-r--r--");
        }
    }

    @Test
    void whereAReaderMayNotWriteThereIsNoLease() throws IOException {
        assertThat(ReaderLease.take(directory.resolve("not there"))).isNull();
    }

    private Path segment(final int number) {
        return JournalDirectory.segments(directory).get(number).in(directory);
    }

    private void appendMoreThanTheLimit() {
        for (int i = 0; i < MORE_THAN_THE_LIMIT; i++) {
            append();
        }
    }

    private void append() {
        final UnsafeBuffer records = TestRecords.spans(1 + blocks * (long) SPANS, SPANS);
        writer.append(
                TestRecords.ring(1, 1),
                new ClockAnchor(1, 2),
                (long) blocks * records.capacity(),
                records,
                0,
                records.capacity());
        blocks++;
    }

    private Process startReader() throws IOException {
        return ChildJvm.withOptions(ReadingProcess.class, directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader said(final Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void goOn(final Process process) throws IOException {
        final OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }
}
