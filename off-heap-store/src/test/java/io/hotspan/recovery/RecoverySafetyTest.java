package io.hotspan.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotspan.Hotspan;
import io.hotspan.HotspanOptions;
import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalWriter;
import io.hotspan.journal.WriterLock;
import io.hotspan.record.ClockAnchor;
import io.hotspan.ring.RingDescriptor;
import io.hotspan.ring.RingDirectory;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal's files name is not believed: neither read nor deleted without a look. */
class RecoverySafetyTest {
    private static final long SESSION = 0xFF;
    private static final String RINGS = "hotspan-0123456789abcdef0123456789abcdef";

    @TempDir Path directory;
    private final List<String> warnings = new ArrayList<>();
    private Path journal;
    private Path sessionFile;

    @BeforeEach
    void makeJournal() {
        journal = directory.resolve("journal");
        Hotspan.open(journal).close();
        sessionFile = SessionFile.path(journal, SESSION);
    }

    private RecoveryReport recoverFrom(final Path rings) throws IOException {
        Files.writeString(sessionFile, rings.toString());
        return Recovery.of(journal).recover(warnings::add);
    }

    @Test
    void aDirectoryThatIsNoneOfRingsIsNotTouched() throws IOException {
        final Path documents = Files.createDirectory(directory.resolve("documents"));
        Files.writeString(documents.resolve("symbols"), "a user's");

        assertThat(recoverFrom(documents)).isEqualTo(RecoveryReport.FAILED);

        assertThat(documents.resolve("symbols")).hasContent("a user's");
        assertThat(warnings).singleElement().asString().contains("it names no directory of rings");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        final RingDirectory target = deadSession();
        final Path link = Files.createSymbolicLink(directory.resolve(RINGS), target.path());

        assertThat(recoverFrom(link)).isEqualTo(RecoveryReport.FAILED);

        assertThat(target.path()).isDirectory();
    }

    @Test
    void aLinkInPlaceOfARingIsNotFollowed() throws IOException {
        final RingDirectory rings = deadSession();
        final Path ring = RingDirectory.ringFiles(rings.path()).get(0);
        final Path elsewhere = Files.move(ring, directory.resolve("elsewhere"));
        final byte[] before = Files.readAllBytes(elsewhere);
        Files.createSymbolicLink(ring, elsewhere);

        recoverFrom(rings.path());

        assertThat(elsewhere).hasBinaryContent(before);
        assertThat(warnings).isNotEmpty();
    }

    @Test
    void filesThatAreNotOursStayInADirectoryOfRings() throws IOException {
        final Path notes = deadSession().path().resolve("notes.txt");
        Files.writeString(notes, "a user's");

        assertThat(recoverFrom(notes.getParent()).failed()).isEqualTo(1);

        assertThat(notes).hasContent("a user's");
    }

    @Test
    void ringsOfAnotherUserAreRefused() throws Exception {
        final RingDirectory rings = deadSession();
        try {
            Files.setOwner(
                    rings.path(),
                    FileSystems.getDefault()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody"));
        } catch (final IOException e) {
            assumeTrue(false, "this user may give files away: " + e);
        }

        assertThat(recoverFrom(rings.path())).isEqualTo(RecoveryReport.FAILED);

        assertThat(warnings).singleElement().asString().contains("belongs to somebody else");
    }

    @Test
    void aFileThatOnlyLooksLikeASessionsIsPassedOver() throws IOException {
        Files.writeString(journal.resolve("session-nonsense.rings"), "/");
        Files.createDirectory(journal.resolve("session-00000000000000fe.rings"));

        assertThat(Recovery.of(journal).recover(warnings::add)).isEqualTo(RecoveryReport.NOTHING);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aDamagedSessionFileDoesNotKeepTheProgramFromStarting() throws IOException {
        Files.write(sessionFile, new byte[] {0, (byte) 0xC3, 0x28, 1});

        try (Hotspan hotspan = Hotspan.open(journal)) {
            assertThat(hotspan.directory()).isEqualTo(journal);
        }
    }

    @Test
    void aLivingSessionWhoseMemoryCannotBeSeenFromHereIsNotForgotten() throws IOException {
        final JournalOptions options = JournalOptions.newBuilder().sessionId(SESSION).build();
        try (JournalWriter elsewhere = JournalWriter.open(journal, options)) {
            elsewhere.open();

            assertThat(recoverFrom(directory.resolve(RINGS))).isEqualTo(RecoveryReport.ALIVE);
            assertThat(sessionFile).exists();
        }
        assertThat(Recovery.of(journal).recover(warnings::add)).isEqualTo(RecoveryReport.GONE);
        assertThat(sessionFile).doesNotExist();
    }

    @Test
    void aLockOfAnEarlierProcessWithOurIdIsNotOurs() throws IOException {
        final Path rings = deadSession().path();
        Files.createFile(
                rings.resolve("writer-" + ProcessHandle.current().pid() + "-1234567890.lock"));

        assertThat(recoverFrom(rings).recovered()).as(warnings.toString()).isEqualTo(1);
        assertThat(rings).doesNotExist();
    }

    @Test
    void ringsThatNoJournalKnowsOfAreListedAndCanBeRecovered() throws IOException {
        final RingDirectory rings = deadSession();
        rings.noteJournal(directory.resolve("gone"));

        assertThat(LeftRings.below(List.of(directory), warnings::add))
                .containsExactly(
                        new LeftRings(rings.path(), directory.resolve("gone"), false, false, 0));
        assertThat(Recovery.of(journal).recover(rings.path(), warnings::add).recovered())
                .isEqualTo(1);
        assertThat(rings.path()).doesNotExist();
        assertThat(warnings).isEmpty();
    }

    @Test
    void ringsOfALivingProcessAreNotListedNorRecovered() throws IOException {
        final RingDirectory rings = deadSession();
        try (WriterLock lock = WriterLock.acquire(rings.path())) {
            assertThat(LeftRings.below(List.of(directory), warnings::add)).isEmpty();
            assertThat(Recovery.of(journal).recover(rings.path(), warnings::add))
                    .isEqualTo(RecoveryReport.ALIVE);
            lock.release(rings.path());
        }
        assertThat(LeftRings.below(List.of(directory), warnings::add)).hasSize(1);
    }

    @Test
    void onlyADirectoryOfRingsCanBeRecovered() {
        assertThatThrownBy(() -> Recovery.of(journal).recover(directory, warnings::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no directory of rings: " + directory);
    }

    @Test
    void whatASessionLeavesIsReadableByItsOwnerOnly() throws IOException {
        final Path rings = Files.createDirectory(directory.resolve("shared"));
        try (Hotspan hotspan =
                Hotspan.open(journal, HotspanOptions.builder().ringDirectory(rings).build())) {
            hotspan.tracer().startSpan("span").close();
            hotspan.flush();
            assertOwnerOnly(journal);
            assertOwnerOnly(rings);
        }
    }

    /** Every file and directory below one, itself excepted. */
    private static void assertOwnerOnly(final Path top) throws IOException {
        try (var paths = Files.walk(top)) {
            assertThat(paths.filter(path -> !path.equals(top)).toList())
                    .hasSizeGreaterThan(3)
                    .allSatisfy(
                            path ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(path)))
                                            .matches("rw[x-]------"));
        }
    }

    private RingDirectory deadSession() throws IOException {
        final RingDirectory rings = RingDirectory.create(directory);
        rings.newRing(
                1,
                RingDescriptor.KIND_MANY_WRITERS,
                RingDescriptor.MIN_CAPACITY_BYTES,
                new ClockAnchor(1, 2));
        sessionFile = SessionFile.path(journal, rings.sessionId());
        return rings;
    }
}
