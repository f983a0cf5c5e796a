package io.hotspan.recovery;

import io.hotspan.journal.WriterLock;
import io.hotspan.ring.RingDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a session's rings lie, told by a small file in the journal's directory for as long as they
 * hold something. The session is alive while the lock in the rings' directory is held; the system
 * frees it when the process ends, however it ends, so process ids that repeat do no harm.
 */
public final class SessionFile {
    private static final Pattern NAME = Pattern.compile("session-([0-9a-f]{16})\\.rings");
    private static final int MAX_PATH_BYTES = 1 << 14;

    private final Path file;
    private final Path rings;
    private final WriterLock lock;

    private SessionFile(final Path file, final Path rings, final WriterLock lock) {
        this.file = file;
        this.rings = rings;
        this.lock = lock;
    }

    /**
     * A file that is to be.
     *
     * @param journal made already
     * @throws IOException if the rings' directory cannot be locked
     */
    public static SessionFile of(final Path journal, final RingDirectory rings) throws IOException {
        return new SessionFile(
                path(journal, rings.sessionId()),
                rings.path().toAbsolutePath(),
                WriterLock.acquire(rings.path()));
    }

    /** Tells where the rings are, if the file is not there: who finds it finds them locked. */
    public void ensure() throws IOException {
        if (!Files.exists(file)) {
            write();
        }
    }

    /** Whether a session of a journal is alive, or has left something. */
    public static boolean isThere(final Path journal, final long sessionId) {
        return Files.exists(path(journal, sessionId), LinkOption.NOFOLLOW_LINKS);
    }

    static Path path(final Path journal, final long sessionId) {
        return journal.resolve("session-%016x.rings".formatted(sessionId));
    }

    /** Others see the whole file or none. Nobody but the owner, as createTempFile has it. */
    private void write() throws IOException {
        final Path unfinished = Files.createTempFile(file.getParent(), "new-session-", ".tmp");
        try {
            Files.writeString(unfinished, rings.toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (final IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    /** Forgets the session: its rings are drained and deleted. Idempotent. */
    public void delete() throws IOException {
        try (lock) {
            Files.deleteIfExists(file);
        }
    }

    /** Leaves the rings to the next recovery, by this process or another one. Idempotent. */
    public void leave() throws IOException {
        try (lock) {
            lock.release(rings);
        }
    }

    /** The files of all sessions of a journal, alive or not. */
    static List<Path> list(final Path journal) throws IOException {
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(journal, "session-*")) {
            for (final Path file : stream) {
                if (NAME.matcher(file.getFileName().toString()).matches()
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file);
                }
            }
        } catch (final DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    /**
     * The directory of rings that an open file of a session names; null if it is empty. Read
     * through the channel that holds the lock: to open and close the file once more would free it.
     *
     * @throws IOException if what it names cannot be a directory of rings
     */
    static Path rings(final FileChannel channel) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(MAX_PATH_BYTES);
        int count = 0;
        while (count >= 0 && bytes.hasRemaining()) {
            count = channel.read(bytes);
        }
        final String path = StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        if (path.isEmpty()) {
            return null;
        }
        try {
            final Path rings = Path.of(path);
            if (rings.isAbsolute() && RingDirectory.isNameOfOne(rings)) {
                return rings;
            }
        } catch (final InvalidPathException e) {
            throw new IOException("damaged, no path: " + e.getReason(), e);
        }
        throw new IOException("damaged, it names no directory of rings: " + path);
    }

    /** The session's id, as its file's name tells it. */
    static long sessionId(final Path file) {
        final Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a session's file: " + file);
        }
        return Long.parseUnsignedLong(matcher.group(1), 16);
    }
}
