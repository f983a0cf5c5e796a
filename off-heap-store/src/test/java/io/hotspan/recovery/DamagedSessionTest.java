package io.hotspan.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalWriter;
import io.hotspan.memory.Memory;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.SpanStartDescriptor;
import io.hotspan.replay.Replay;
import io.hotspan.ring.OneWriterRing;
import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dead process left was damaged since: each case once did harm. */
class DamagedSessionTest {
    @TempDir Path directory;

    private final List<String> warnings = new ArrayList<>();
    private Path journal;
    private RingDirectory rings;
    private Path sessionFile;

    /** Two rings with a span each. */
    @BeforeEach
    void leaveRings() throws IOException {
        journal = directory.resolve("journal");
        JournalWriter.open(journal, JournalOptions.newBuilder().build()).close();
        rings = RingDirectory.create(Files.createDirectory(directory.resolve("rings")));
        leaveSpan(rings, 2);
        leaveSpan(rings, 3);
        sessionFile = journal.resolve("session-%016x.rings".formatted(rings.sessionId()));
        Files.writeString(sessionFile, rings.path().toString());
    }

    @Test
    void undamagedItIsRecovered() throws IOException {
        recover();

        assertThat(warnings).isEmpty();
        assertThat(spans()).isEqualTo(2);
        assertThat(rings.path()).doesNotExist();
    }

    @Test
    void aPathThatIsNoneIsToldAndKeepsNobodyFromStarting() throws IOException {
        Files.write(sessionFile, new byte[] {'/', 0, 'a'});

        recover();

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains(sessionFile.toString()).contains("no path");
    }

    @Test
    void aPathThatWasCutShortLeadsToNoFileOfOthers() throws IOException {
        final Path bystander = Files.writeString(rings.path().resolveSibling("ring-0001"), "mine");
        Files.writeString(sessionFile, rings.path().getParent().toString());

        recover();

        assertThat(bystander).exists();
        assertThat(rings.path()).exists();
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("it names no directory of rings");
    }

    @Test
    void textThatIsNoTextIsTold() throws IOException {
        Files.write(sessionFile, "/ä/hotspan-".getBytes(StandardCharsets.ISO_8859_1));

        recover();

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains(sessionFile.toString());
    }

    @Test
    void ringsOfAnotherSessionAreLeftToIt() throws IOException {
        final RingDirectory others = RingDirectory.create(rings.path().getParent());
        leaveSpan(others, 2);
        Files.writeString(sessionFile, others.path().toString());

        recover();

        assertThat(RingDirectory.ringFiles(others.path())).hasSize(1);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("are of another session");
    }

    @Test
    void aRingThatSaysItIsOfAnotherSessionIsToldAndTheOthersAreRecovered() throws IOException {
        damage("ring-0002", RingDescriptor.SESSION_ID_OFFSET);

        recover();

        assertThat(spans()).isEqualTo(1);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("ring-0002").contains("it is of another session");
    }

    @Test
    void aRingThatSaysItHasAnotherNumberIsToldAndTheOthersAreRecovered() throws IOException {
        damage("ring-0003", RingDescriptor.RING_NUMBER_OFFSET);

        recover();

        assertThat(spans()).isEqualTo(1);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("ring-0003").contains("its name says another");
    }

    @Test
    void filesWithOtherNamesAreNoSessionsAndNoValues() throws IOException {
        Files.writeString(journal.resolve("session-x.rings"), "?");
        Files.writeString(rings.path().resolve("value-x"), "?");

        recover();

        assertThat(warnings).isEmpty();
        assertThat(spans()).isEqualTo(2);
    }

    private void recover() throws IOException {
        Recovery.of(journal).recoverAll(warnings::add);
    }

    private long spans() {
        return new Replay(journal).statistics().spans();
    }

    private void damage(final String ring, final long offset) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(rings.path().resolve(ring).toFile(), "rw")) {
            file.seek(offset);
            final int word = file.read();
            file.seek(offset);
            file.write(word ^ 8);
        }
    }

    private static void leaveSpan(final RingDirectory directory, final int ringNumber)
            throws IOException {
        final OneWriterRing ring =
                new OneWriterRing(
                        directory.newRing(
                                ringNumber,
                                RingDescriptor.KIND_ONE_WRITER,
                                RingDescriptor.MIN_CAPACITY_BYTES,
                                new ClockAnchor(0, 0)));
        final int lengthBytes = SpanStartDescriptor.ROOT_LENGTH;
        final long address = ring.claimStart(lengthBytes);
        Memory.zero(address, lengthBytes);
        ring.commitStart(
                address,
                RecordDescriptor.header(lengthBytes, RecordType.START_ROOT, ring.nextOrdinal()),
                lengthBytes);
    }
}
