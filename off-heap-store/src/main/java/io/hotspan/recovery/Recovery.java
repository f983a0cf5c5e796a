package io.hotspan.recovery;

import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalReader;
import io.hotspan.journal.WriterLock;
import io.hotspan.ring.RingDirectory;
import io.hotspan.ring.RingFile;
import io.hotspan.ring.RingFormatException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings into a journal what dead processes left in their rings. Exactly once: it begins where the
 * journal's own record of the ring ends, and may itself be killed and run again. Rings of a living
 * process are not touched, nor is anybody waited for.
 *
 * <p>Nothing that a path leads to is believed: rings must lie in a directory that has the name of
 * one, is no link, and belongs to the owner of the file that names it.
 */
public final class Recovery {
    private final Path journal;
    private final Supplier<JournalOptions.Builder> options;

    private Recovery(final Path journal, final Supplier<JournalOptions.Builder> options) {
        this.journal = journal;
        this.options = options;
    }

    /** Recovery into the journal in a directory, written with the default options. */
    public static Recovery of(final Path journal) {
        return of(journal, JournalOptions::newBuilder);
    }

    /**
     * As {@link #of(Path)}, with options.
     *
     * @param options gives a new builder at each call
     */
    public static Recovery of(final Path journal, final Supplier<JournalOptions.Builder> options) {
        return new Recovery(journal, options);
    }

    /**
     * Recovers every dead session that the journal knows of.
     *
     * @param warnings hears, in a line each, of what could not be recovered; the rest is
     * @return bytes of records brought into the journal
     * @throws IOException if the journal's directory cannot be read
     */
    public long recoverAll(final Consumer<String> warnings) throws IOException {
        return recover(warnings).bytes();
    }

    /** As {@link #recoverAll}, and tells more. */
    public RecoveryReport recover(final Consumer<String> warnings) throws IOException {
        RecoveryReport report = RecoveryReport.NOTHING;
        for (final Path file : SessionFile.list(journal)) {
            try {
                report = report.plus(recoverSession(file, warnings));
            } catch (final IOException | RuntimeException e) {
                warnings.accept("cannot recover the session of " + file + ": " + reason(e));
                report = report.plus(RecoveryReport.FAILED);
            }
        }
        return report;
    }

    /**
     * Recovers the session of one directory of rings, which its journal may not know of any more.
     *
     * @throws IllegalArgumentException if the path is not one
     */
    public RecoveryReport recover(final Path rings, final Consumer<String> warnings)
            throws IOException {
        final List<Path> files = RingDirectory.isOne(rings) ? RingDirectory.ringFiles(rings) : null;
        if (files == null || files.isEmpty()) {
            throw new IllegalArgumentException(
                    "no directory of rings: "
                            + rings
                            + "; `hotspan recover --orphans` lists those that are left");
        }
        if (WriterLock.isHeldOn(rings)) {
            return RecoveryReport.ALIVE;
        }
        return drain(rings, RingFile.open(files.get(0)).identity().sessionId(), warnings);
    }

    private RecoveryReport recoverSession(final Path file, final Consumer<String> warnings)
            throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock == null || !Files.exists(file)) {
                return RecoveryReport.ALIVE; // another process is at it, or has done it
            }
            final Path rings = SessionFile.rings(channel);
            final long sessionId = SessionFile.sessionId(file);
            if (rings == null || !Files.exists(rings, LinkOption.NOFOLLOW_LINKS)) {
                return forget(file, sessionId);
            }
            check(file, rings);
            if (WriterLock.isHeldOn(rings)) {
                return RecoveryReport.ALIVE;
            }
            checkSession(rings, sessionId);
            final RecoveryReport report = drain(rings, sessionId, warnings);
            Files.deleteIfExists(file);
            return report;
        } catch (final OverlappingFileLockException | NoSuchFileException e) {
            // another thread of this process is at it, or another process has done it
            return RecoveryReport.ALIVE;
        }
    }

    /**
     * Shared memory is gone with a restart of the machine; or it is a container's own, and the
     * session may be alive in there.
     */
    private RecoveryReport forget(final Path file, final long sessionId) throws IOException {
        if (JournalReader.open(journal).isWritten(sessionId)) {
            return RecoveryReport.ALIVE;
        }
        Files.deleteIfExists(file);
        return RecoveryReport.GONE;
    }

    private static void check(final Path file, final Path rings) throws IOException {
        if (!RingDirectory.isOne(rings)) {
            throw new IOException("it names no directory of rings but a link or file: " + rings);
        }
        if (!Files.getOwner(rings, LinkOption.NOFOLLOW_LINKS)
                .equals(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS))) {
            throw new IOException("it names " + rings + ", which belongs to somebody else");
        }
    }

    /** Rings of another session, to which a damaged file leads, are not ours to delete. */
    private static void checkSession(final Path rings, final long sessionId) throws IOException {
        final List<Path> files = RingDirectory.ringFiles(rings);
        boolean isOfOthers = !files.isEmpty();
        for (final Path file : files) {
            try {
                isOfOthers &= RingFile.open(file).identity().sessionId() != sessionId;
            } catch (final RingFormatException e) {
                isOfOthers = false; // nobody knows; it is told when it is drained
            }
        }
        if (isOfOthers) {
            throw new IOException("damaged, the rings in " + rings + " are of another session");
        }
    }

    private RecoveryReport drain(
            final Path rings, final long sessionId, final Consumer<String> warnings)
            throws IOException {
        final long bytes = new RingDrain(journal, options, warnings).drain(rings, sessionId);
        RingDirectory.delete(rings);
        return RecoveryReport.recovered(bytes);
    }

    private static String reason(final Exception e) {
        final boolean isBare =
                e.getMessage() == null
                        || e instanceof FileSystemException f && f.getReason() == null;
        return isBare ? e.toString() : e.getMessage(); // a path alone says little
    }
}
