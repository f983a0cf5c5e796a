package io.hotspan.journal;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory of a journal: a file that says so, with the version of the format, and the
 * segments' directories.
 */
final class JournalDirectory {
    static final String MARKER = "journal.hotspan";

    /** Version of the format that this code writes, and the newest that it reads. */
    static final int VERSION = 1;

    private static final String TEXT =
            "# A Hotspan journal: `hotspan stats` on this directory reads it.\n"
                    + "format=hotspan-journal\n"
                    + "version="
                    + VERSION
                    + "\n";
    private static final Pattern VERSION_LINE = Pattern.compile("(?m)^version=(\\d{1,9})$");
    private static final int MAX_MARKER_BYTES = 4096;

    private JournalDirectory() {}

    /**
     * Makes a directory a journal if it is missing or empty.
     *
     * @throws JournalException if it is something else, or a journal of a newer version
     */
    static void prepareForWriting(final Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, OwnerOnly.directory(directory));
            }
            final Path marker = directory.resolve(MARKER);
            if (Files.exists(marker)) {
                checkVersion(directory, marker);
                return;
            }
            if (!isEmpty(directory) && segments(directory).isEmpty()) {
                throw new JournalException(
                        "not a journal, and not empty: "
                                + directory
                                + "; give the path of a journal, or of a new directory");
            }
            writeMarker(directory, marker);
        } catch (final IOException e) {
            throw new JournalException(
                    "cannot make a journal: "
                            + directory
                            + " ("
                            + e
                            + "); give a directory that this user may write to",
                    e);
        }
    }

    /**
     * Checks that a directory is a journal that this code can read. Creates nothing.
     *
     * @throws JournalException if it is not
     */
    static void checkForReading(final Path directory, final DamageListener listener) {
        final String wayOut = "; give the directory that a program with Hotspan writes to";
        if (!Files.exists(directory)) {
            throw new JournalException("no such directory: " + directory + wayOut);
        }
        if (!Files.isDirectory(directory)) {
            throw new JournalException("not a directory: " + directory + wayOut);
        }
        final Path marker = directory.resolve(MARKER);
        try {
            if (Files.exists(marker)) {
                if (!checkVersion(directory, marker)) {
                    listener.onDamage(new Damage(marker, 0, "has no line version=<number>"));
                }
            } else if (isEmpty(directory)) {
                throw new JournalException(
                        "no journal yet, an empty directory: " + directory + wayOut);
            } else if (segments(directory).isEmpty()) {
                throw new JournalException(
                        "not a journal: " + directory + " has no file " + MARKER + wayOut);
            } else {
                listener.onDamage(new Damage(marker, 0, "is missing"));
            }
        } catch (final IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** Names of all segments, oldest first; none if the directory is gone. */
    static List<SegmentName> segments(final Path directory) {
        final List<SegmentName> names = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, "seg-*")) {
            for (final Path path : paths) {
                final SegmentName name = SegmentName.parse(path);
                if (name != null && !Files.isSymbolicLink(path)) { // it may lead anywhere
                    names.add(name);
                }
            }
        } catch (final NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (final IOException | DirectoryIteratorException e) {
            throw unreadable(directory, e);
        }
        Collections.sort(names);
        return names;
    }

    private static JournalException unreadable(final Path directory, final Exception cause) {
        return new JournalException(
                "cannot read the journal: " + directory + " (" + cause + ")", cause);
    }

    /** Whether the marker tells a version; that it is not a newer one is checked. */
    private static boolean checkVersion(final Path directory, final Path marker)
            throws IOException {
        final Matcher matcher = VERSION_LINE.matcher(head(marker));
        if (!matcher.find()) {
            return false;
        }
        checkVersion(directory, Integer.parseInt(matcher.group(1)));
        return true;
    }

    /** Refuses a version that is newer than this code. */
    static void checkVersion(final Path path, final int version) {
        if (version > VERSION) {
            throw new JournalException(
                    "a journal of the newer version "
                            + version
                            + ": "
                            + path
                            + "; this Hotspan reads versions up to "
                            + VERSION
                            + ": use a newer Hotspan");
        }
    }

    private static String head(final Path marker) throws IOException {
        // no channel: an interrupted thread could not read from it
        try (InputStream in = new FileInputStream(marker.toFile())) {
            return new String(in.readNBytes(MAX_MARKER_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean isEmpty(final Path directory) throws IOException {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
            for (final Path path : paths) {
                if (!path.getFileName().toString().startsWith(MARKER)) { // a half-made marker
                    return false;
                }
            }
            return true;
        }
    }

    /** Other processes see the whole marker or none. */
    private static void writeMarker(final Path directory, final Path marker) throws IOException {
        final Path unfinished =
                Files.createTempFile(directory, MARKER, ".tmp", OwnerOnly.file(directory));
        try {
            try (OutputStream out = new FileOutputStream(unfinished.toFile())) {
                out.write(TEXT.getBytes(StandardCharsets.US_ASCII));
            }
            try {
                Files.move(unfinished, marker, StandardCopyOption.ATOMIC_MOVE);
            } catch (final AtomicMoveNotSupportedException e) {
                Files.move(unfinished, marker, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (final IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }
}
