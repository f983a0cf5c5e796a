package io.hotspan.recovery;

import io.hotspan.journal.WriterLock;
import io.hotspan.ring.RingDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a session's rings lie, told by a small file in the journal's directory for as long as they
 * hold something. The session is alive while the lock in the rings' directory is held; the system
 * frees it when the process ends, however it ends, so process ids that repeat do no harm.
 */
public final class SessionFile {
    private static final String PREFIX = "session-";
    private static final String SUFFIX = ".rings";
    private static final Pattern NAME = Pattern.compile("session-[0-9a-f]{16}\\.rings");

    private final Path file;
    private final WriterLock lock;

    private SessionFile(final Path file, final WriterLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Takes the lock of the rings, then tells where they are: who finds the file finds it locked.
     */
    public static SessionFile create(final Path journal, final RingDirectory rings)
            throws IOException {
        final WriterLock lock = WriterLock.acquire(rings.path());
        final Path file = journal.resolve(PREFIX + "%016x".formatted(rings.sessionId()) + SUFFIX);
        try {
            Files.writeString(
                    file,
                    rings.path().toAbsolutePath().toString(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (final IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        return new SessionFile(file, lock);
    }

    /** Forgets the session: its rings are drained and deleted. Idempotent. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
        lock.close();
    }

    /** The files of all sessions of a journal, alive or not. */
    static List<Path> list(final Path journal) throws IOException {
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(journal, PREFIX + "*" + SUFFIX)) {
            for (final Path file : stream) {
                if (NAME.matcher(file.getFileName().toString()).matches()) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /**
     * The directory of rings that a session's file names; null if the file is not whole.
     *
     * @throws IOException if what it names cannot be a directory of rings: it is to be deleted when
     *     it is recovered, so a damaged path must not pass for one
     */
    static Path rings(final Path file) throws IOException {
        final String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            final Path path = Path.of(text);
            if (path.isAbsolute() && RingDirectory.isNameOfOne(path)) {
                return path;
            }
        } catch (final InvalidPathException e) {
            throw new IOException("damaged, no path: " + e.getReason(), e);
        }
        throw new IOException("damaged, it names no directory of rings: " + text);
    }

    /** The session's id, as its file's name tells it. */
    static long sessionId(final Path file) {
        final String name = file.getFileName().toString();
        return Long.parseUnsignedLong(
                name.substring(PREFIX.length(), name.length() - SUFFIX.length()), 16);
    }
}
