package io.hotspan.ring;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Where one session keeps its rings, its symbols and its outsize values until they are drained: a
 * directory of shared memory, which outlives the process but costs no disk. Its name holds 128
 * random bits, and it is made readable by its owner only: nobody can guess or squat it.
 */
public final class RingDirectory {
    public static final String SYMBOLS_FILE = "symbols";
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String NAME_PREFIX = "hotspan-";
    private static final String RING_PREFIX = "ring-";
    private static final int NAME_RANDOM_BYTES = 16;
    private static final Pattern NAME =
            Pattern.compile(NAME_PREFIX + "[0-9a-f]{" + 2 * NAME_RANDOM_BYTES + "}");
    private static final int DELETE_ATTEMPTS = 10;

    private final Path path;
    private final long sessionId;
    private final SplittableRandom seeds;

    private RingDirectory(final Path path, final long sessionId, final SplittableRandom seeds) {
        this.path = path;
        this.sessionId = sessionId;
        this.seeds = seeds;
    }

    /**
     * Makes a new directory in shared memory, or under {@code java.io.tmpdir} where there is none
     * or less than {@code wantedBytes} are free in it.
     */
    public static RingDirectory create(final long wantedBytes) throws IOException {
        return create(parentWithRoom(wantedBytes));
    }

    /** Makes a new directory below a given one. */
    public static RingDirectory create(final Path parent) throws IOException {
        final SecureRandom random = new SecureRandom();
        final byte[] name = new byte[NAME_RANDOM_BYTES];
        random.nextBytes(name);
        final Path path = parent.resolve(NAME_PREFIX + HexFormat.of().formatHex(name));
        Files.createDirectory(path, OwnerOnly.directory(path));
        return new RingDirectory(path, random.nextLong(), new SplittableRandom(random.nextLong()));
    }

    public Path path() {
        return path;
    }

    /** Random; names this start of this writer in the journal. */
    public long sessionId() {
        return sessionId;
    }

    /** Makes the file of one more ring, with seeds of its own. */
    public synchronized RingFile newRing(
            final int ringNumber, final int kind, final int capacityBytes, final ClockAnchor anchor)
            throws IOException {
        final RingIdentity identity =
                new RingIdentity(
                        sessionId,
                        ringNumber,
                        seeds.nextLong(),
                        seeds.nextLong(),
                        seeds.nextLong());
        return RingFile.create(
                path.resolve(ringName(ringNumber)), identity, kind, capacityBytes, anchor);
    }

    /** Whether a path ends as that of a session's directory does. */
    public static boolean isNameOfOne(final Path directory) {
        final Path name = directory.getFileName();
        return name != null && NAME.matcher(name.toString()).matches();
    }

    /**
     * Checks that a ring is the one that its place says it is: what tells it apart is not covered
     * by any checksum.
     *
     * @throws RingFormatException if it is of another session, or has another number than its name
     */
    public static void checkIdentity(final RingFile ring, final long sessionId)
            throws RingFormatException {
        if (ring.identity().sessionId() != sessionId) {
            throw new RingFormatException(ring.path(), "it is of another session");
        }
        final int ringNumber = ring.identity().ringNumber();
        if (!ring.path().getFileName().toString().equals(ringName(ringNumber))) {
            throw new RingFormatException(
                    ring.path(), "its number is " + ringNumber + ", and its name says another");
        }
    }

    /** The ring files of a directory that some session left, in the order of their numbers. */
    public static List<Path> ringFiles(final Path directory) throws IOException {
        final List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(directory, RING_PREFIX + "*")) {
            stream.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    /**
     * Deletes a session's directory, if it is there. Mappings in this or another process stay
     * valid.
     */
    public static void delete(final Path directory) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                deleteFiles(directory);
                Files.deleteIfExists(directory);
                return;
            } catch (final NoSuchFileException e) {
                return; // somebody else has deleted it
            } catch (final DirectoryNotEmptyException e) {
                if (attempt == DELETE_ATTEMPTS) {
                    throw e; // a file was added again and again while we deleted
                }
            }
        }
    }

    private static String ringName(final int ringNumber) {
        return "%s%04d".formatted(RING_PREFIX, ringNumber);
    }

    private static void deleteFiles(final Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (final Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path parentWithRoom(final long wantedBytes) {
        if (Files.isDirectory(SHARED_MEMORY) && Files.isWritable(SHARED_MEMORY)) {
            try {
                final FileStore store = Files.getFileStore(SHARED_MEMORY);
                if (store.getUsableSpace() >= wantedBytes) {
                    return SHARED_MEMORY;
                }
            } catch (final IOException e) {
                return temporaryDirectory(); // as if there were no shared memory
            }
        }
        return temporaryDirectory();
    }

    private static Path temporaryDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
