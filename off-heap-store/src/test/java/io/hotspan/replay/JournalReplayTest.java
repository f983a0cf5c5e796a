package io.hotspan.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.journal.JournalException;
import io.hotspan.record.RingIdentity;
import io.hotspan.trace.Trace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replay of journals in files. */
class JournalReplayTest {
    private static final int SMALL_SEGMENT = 1 << 20;

    @TempDir private Path directory;

    @Test
    void allTracesComeBackOverManySegments() throws IOException {
        write(1, 40_000);

        final List<Trace> traces = new ArrayList<>();
        new Replay(directory).forEachTrace(traces::add);

        assertThat(segments()).hasSizeGreaterThan(2);
        assertThat(traces).hasSize(40_000);
        assertThat(traces).allMatch(trace -> trace.root().name().equals("root"));
    }

    @Test
    void aClosedJournalIsWhole() {
        write(1, 40_000);
        write(2, 1_000);

        final VerifyReport report = new Replay(directory).verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.notClosedSessions()).isEmpty();
        assertThat(report.spans()).isEqualTo(41_000);
    }

    @Test
    void statisticsTellTheLengthOfTheFiles() throws IOException {
        write(1, 1_000);

        final JournalStatistics statistics = new Replay(directory).statistics();

        assertThat(statistics.spans()).isEqualTo(1_000);
        assertThat(statistics.journalBytes()).isEqualTo(Files.size(segments().get(0)));
    }

    @Test
    void longValuesAreFetchedFromTheirPlaceInTheFile() {
        final String text = "long text ".repeat(200_000);
        try (WrittenJournal journal = new WrittenJournal(directory, 1)) {
            final RingIdentity ring = journal.ring(0);
            journal.symbols("root", "key");
            for (int i = 1; i <= 3; i++) {
                journal.value(i, new RecordBytes().attribute(i, 2, text + i).bytes(), 1 << 16);
                journal.records(ring, new RecordBytes().root(i, i, 1).outsize(i, i, 0).end(i, i));
            }
        }

        final List<Object> values = new ArrayList<>();
        new Replay(directory)
                .forEachTrace(trace -> values.add(trace.root().attributes().get("key")));

        assertThat(values).containsExactly(text + 1, text + 2, text + 3);
    }

    @Test
    void aByteThatChangedIsFoundWithItsFile() throws IOException {
        write(1, 40_000);
        final Path file = segments().get(1);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(access.length() / 2);
            final int value = access.read();
            access.seek(access.length() / 2);
            access.write(value ^ 1);
        }

        final VerifyReport report = new Replay(directory).verify();

        assertThat(report.isWhole()).isFalse();
        assertThat(report.findings().get(0).file()).isEqualTo(file);
    }

    @Test
    void aSegmentThatIsMissingInTheMiddleIsFound() throws IOException {
        write(1, 40_000);
        final Path segment = segments().get(1).getParent();
        try (Stream<Path> files = Files.list(segment)) {
            for (final Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(segment);

        assertThat(new Replay(directory).verify().isWhole()).isFalse();
    }

    @Test
    void theOldestSegmentsMayHaveBeenDeleted() throws IOException {
        write(1, 40_000);
        final Path segment = segments().get(0).getParent();
        try (Stream<Path> files = Files.list(segment)) {
            for (final Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(segment);

        final Replay replay = new Replay(directory);

        assertThat(replay.verify().findings()).isEmpty();
        assertThat(replay.statistics().spans()).isBetween(10_000L, 39_000L);
    }

    @Test
    void whatIsNoJournalIsRefused() {
        assertThatThrownBy(() -> new Replay(directory.resolve("missing")).statistics())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("missing");
    }

    private void write(final long sessionId, final int traces) {
        try (WrittenJournal journal = new WrittenJournal(directory, sessionId, SMALL_SEGMENT)) {
            final RingIdentity ring = journal.ring(0);
            journal.symbols("root", "key");
            final java.util.Random random = new java.util.Random(sessionId);
            final RecordBytes records = new RecordBytes();
            for (int i = 1; i <= traces; i++) {
                records.root(i, i * 1000L + random.nextInt(1000), 1)
                        .attributeLong(i, 2, random.nextLong())
                        .attributeLong(i, 2, random.nextLong())
                        .attributeLong(i, 2, random.nextLong())
                        .attributeLong(i, 2, random.nextLong())
                        .end(i, i * 1000L + 1000 + random.nextInt(1000));
                if (records.length() > 60_000) {
                    journal.records(ring, records);
                    records.clear();
                }
            }
            journal.records(ring, records).counters(ring, traces);
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".cq4")).sorted().toList();
        }
    }
}
