package io.hotspan.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.journal.JournalException;
import io.hotspan.recording.RecordingSettings;
import io.hotspan.replay.Replay;
import io.hotspan.replay.VerifyReport;
import io.hotspan.tracing.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to the disk under a journal, the program goes on, one line says so, and in the
 * end each span that it opened is in the journal or counted as lost.
 */
class FaultyDiskTest {
    private static final long MIB = 1 << 20;
    private static final int RING_BYTES = 1 << 16;
    private static final int MORE_THAN_A_RING = 5_000;

    @TempDir Path directory;
    private final Mounts mounts = new Mounts();
    private final CapturedLog log = new CapturedLog();
    private long opened;

    @AfterEach
    void close() throws Exception {
        log.close();
        mounts.close();
    }

    @Test
    void aFullDiskCostsSpansThatAreCountedAndRecordingResumes() throws Exception {
        final Path disk = mounts.memory(directory, 24 * MIB);
        final Path journal = disk.resolve("journal");
        try (Hotspan hotspan = open(journal)) {
            record(hotspan, 100);
            hotspan.flush();
            final Path filler = fill(disk);
            recordUntilRefused(hotspan);
            record(hotspan, MORE_THAN_A_RING);
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("cannot write the journal " + journal + ": no room ");

            Files.delete(filler);
            hotspan.flush();
            record(hotspan, 100);
        }

        assertAccountsClose(journal, 200);
        assertThat(log.warnings()).hasSize(2);
        assertThat(log.warnings().get(1)).startsWith("the journal is written again: " + journal);
    }

    @Test
    void aDiskThatIsFullWhenTheProgramEndsLeavesTheRestToRecovery() throws Exception {
        final Path disk = mounts.memory(directory, 24 * MIB);
        final Path journal = disk.resolve("journal");
        final Path filler;
        try (Hotspan hotspan = open(journal)) {
            record(hotspan, 100);
            hotspan.flush();
            filler = fill(disk);
            recordUntilRefused(hotspan);
            record(hotspan, 10);
        }
        assertThat(log.warnings()).hasSize(2);
        assertThat(log.warnings().get(1))
                .startsWith("the journal " + journal + " is not closed in order: cannot store all");

        Files.delete(filler);
        open(journal).close();

        final VerifyReport report = new Replay(journal).verify();
        assertThat(report.findings()).as(log.warnings().toString()).isEmpty();
        assertThat(report.spans() + report.lostSpans()).isEqualTo(opened);
    }

    @Test
    void aJournalThatIsRemovedWhileInUseIsMadeAnew() throws Exception {
        final Path journal = directory.resolve("journal");
        try (Hotspan hotspan = open(journal)) {
            record(hotspan, 100);
            hotspan.flush();
            delete(journal);
            while (log.warnings().isEmpty()) {
                record(hotspan, 1);
            }
            hotspan.flush();
            record(hotspan, 100);
            hotspan.flush();
            assertThat(sessionFiles(journal)).isEqualTo(1);
        }

        assertThat(log.warnings()).hasSize(2);
        assertThat(log.warnings().get(0)).contains("removed while in use: ");
        assertThat(log.warnings().get(1)).startsWith("the journal is written again: ");
        final VerifyReport report = new Replay(journal).verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.spans()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aFileSystemThatBecomesReadOnlyIsSurvived() throws Exception {
        final Path journal = directory.resolve("journal");
        try (Hotspan hotspan = open(journal)) {
            record(hotspan, 100);
            hotspan.flush();
            mounts.makeReadOnly(journal);
            recordUntilRefused(hotspan);
            record(hotspan, MORE_THAN_A_RING);
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("cannot write the journal " + journal)
                    .contains("Read-only file system");
            assertThat(new Replay(journal).verify().findings()).isEmpty(); // it can be read

            mounts.undo();
            hotspan.flush();
            record(hotspan, 100);
        }

        assertAccountsClose(journal, 200);
    }

    @Test
    void aDiskThatIsStuckDoesNotStopTheProgram() throws Exception {
        final Path disk = mounts.disk(directory, 64 * MIB);
        final Path journal = disk.resolve("journal");
        try (Hotspan hotspan = open(journal)) {
            record(hotspan, 100);
            hotspan.flush();
            assumeTrue(Mounts.run("fsfreeze", "-f", disk.toString()), "a disk can be frozen");
            try {
                while (hotspan.recording().lostSpans() == 0) {
                    record(hotspan, 1_000);
                }
            } finally {
                assertThat(Mounts.run("fsfreeze", "-u", disk.toString())).isTrue();
            }
            hotspan.flush();
            record(hotspan, 100);
        }

        assertAccountsClose(journal, 200);
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void aFileInPlaceOfTheJournalIsToldAtTheStart() throws IOException {
        final Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> open(file).close())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString());
    }

    private static Hotspan open(final Path journal) {
        return Hotspan.open(
                journal,
                HotspanOptions.builder()
                        .segmentBytes(MIB)
                        .freeSpaceBytes(0)
                        .closeAtShutdown(false)
                        .recording(
                                RecordingSettings.builder().ringCapacityBytes(RING_BYTES).build())
                        .build());
    }

    private void record(final Hotspan hotspan, final int spans) {
        for (int i = 0; i < spans; i++) {
            try (Span span = hotspan.tracer().startSpan("span")) {
                span.setAttribute("number", ++opened);
            }
        }
    }

    /** Until the journal cannot take what is recorded; what it could take is there. */
    private void recordUntilRefused(final Hotspan hotspan) {
        while (log.warnings().isEmpty()) {
            record(hotspan, 100);
            try {
                hotspan.flush();
            } catch (final UncheckedIOException e) {
                assertThat(log.warnings()).as(e.toString()).isNotEmpty();
            }
        }
    }

    private void assertAccountsClose(final Path journal, final long leastSpans) {
        final VerifyReport report = new Replay(journal).verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.notClosedSessions()).isEmpty();
        assertThat(report.spans() + report.lostSpans()).isEqualTo(opened);
        assertThat(report.lostSpans()).isPositive();
        assertThat(report.spans()).isGreaterThanOrEqualTo(leastSpans);
    }

    /** A file that takes all the room there is. */
    private static Path fill(final Path disk) throws IOException {
        final Path filler = disk.resolve("filler");
        final byte[] bytes = new byte[1 << 12];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(bytes);
            }
        } catch (final IOException e) {
            return filler;
        }
    }

    private static long sessionFiles(final Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            return files.filter(file -> file.getFileName().toString().startsWith("session-"))
                    .count();
        }
    }

    private static void delete(final Path top) throws IOException {
        final Path doomed = Files.move(top, top.resolveSibling("removed"));
        try (Stream<Path> paths = Files.walk(doomed)) {
            for (final Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
