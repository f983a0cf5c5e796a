package io.hotspan.ring;

import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where one session keeps its rings, its symbols and its outsize values until they are drained: a
 * directory of shared memory, which outlives the process but costs no disk. Its name holds 128
 * random bits, and it is made readable by its owner only: nobody can guess or squat it.
 */
public final class RingDirectory {
    public static final String SYMBOLS_FILE = "symbols";
    private static final String JOURNAL_FILE = "journal";
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String NAME_PREFIX = "hotspan-";
    private static final String RING_PREFIX = "ring-";
    private static final int NAME_RANDOM_BYTES = 16;
    private static final Pattern NAME =
            Pattern.compile(NAME_PREFIX + "[0-9a-f]{" + 2 * NAME_RANDOM_BYTES + "}");
    private static final Pattern OWN_FILE =
            Pattern.compile("(new-)?ring-.+|value-.+|writer-.+\\.lock|symbols|journal");
    private static final Pattern LOCK_FILE = Pattern.compile("writer-.+\\.lock");
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

    /** Where the files are. */
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

    /** Notes for whom the records are, should nobody be left who knows. */
    public void noteJournal(final Path journal) throws IOException {
        final byte[] text = journal.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
        try (NewFile file = NewFile.create(path.resolve(JOURNAL_FILE))) {
            file.append(ByteBuffer.wrap(text));
        }
    }

    /** The journal for which a directory's records are; null if that was not noted. */
    public static Path journalOf(final Path directory) throws IOException {
        final Path file = directory.resolve(JOURNAL_FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try {
            return Path.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (final InvalidPathException | MalformedInputException e) {
            return null; // damaged
        }
    }

    /** Where sessions make their directories, unless the program says otherwise. */
    public static List<Path> usualParents() {
        return Stream.of(SHARED_MEMORY, temporaryDirectory())
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }

    /** The directories that sessions made below a parent, in the order of their names. */
    public static List<Path> below(final Path parent) throws IOException {
        try (Stream<Path> paths = Files.list(parent)) {
            return paths.filter(RingDirectory::isOne).sorted().toList();
        }
    }

    /** Whether a path has the name of a session's directory, and is one and no link to one. */
    public static boolean isOne(final Path path) {
        return isNameOfOne(path) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
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
     * valid. Nothing is deleted but what sessions make.
     *
     * @throws DirectoryNotEmptyException if there is something else in it
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

    /** The lock at last: as long as there is anything else, it says who is at it. */
    private static void deleteFiles(final Path directory) throws IOException {
        final List<Path> locks = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (final Path file : files) {
                final String name = file.getFileName().toString();
                if (LOCK_FILE.matcher(name).matches()) {
                    locks.add(file);
                } else if (OWN_FILE.matcher(name).matches()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        for (final Path lock : locks) {
            Files.deleteIfExists(lock);
        }
    }

    private static Path parentWithRoom(final long wantedBytes) {
        if (Files.isDirectory(SHARED_MEMORY) && Files.isWritable(SHARED_MEMORY)) {
            try {
                final FileStore store = Files.getFileStore(SHARED_MEMORY);
                final long usableBytes = store.getUsableSpace();
                if (usableBytes >= wantedBytes) {
                    return SHARED_MEMORY;
                }
                System.getLogger("io.hotspan")
                        .log(
                                Level.WARNING,
                                "rings lie in "
                                        + temporaryDirectory()
                                        + ", since "
                                        + SHARED_MEMORY
                                        + " has little room: "
                                        + usableBytes
                                        + " bytes are free, wanted="
                                        + wantedBytes
                                        + " (docs/troubleshooting.md#little-shared-memory)");
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
