package io.hotspan.recovery;

import io.hotspan.journal.WriterLock;
import io.hotspan.ring.RingDirectory;
import io.hotspan.ring.RingFile;
import io.hotspan.ring.RingReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * A directory of rings that a dead process left.
 *
 * @param directory where it is
 * @param journal for which its records are; null if it does not tell
 * @param isKnown whether that journal is there and knows of it, so that its recovery finds it
 * @param isEmpty whether its process was killed before it made a ring, so that nothing is in it
 * @param bytes of records that are in it, those included that the journal may have already
 */
public record LeftRings(
        Path directory, Path journal, boolean isKnown, boolean isEmpty, long bytes) {
    private static final long STARTING_MILLIS = 60_000;

    /**
     * All that are left below some directories; those of living processes, of processes that may be
     * about to start, and of other users are passed over. Nothing is changed.
     *
     * @param warnings hears, in a line each, of what cannot be read
     */
    public static List<LeftRings> below(
            final Collection<Path> parents, final Consumer<String> warnings) {
        final List<LeftRings> left = new ArrayList<>();
        for (final Path parent : parents) {
            try {
                for (final Path directory : RingDirectory.below(parent)) {
                    addIfLeft(directory, left, warnings);
                }
            } catch (final IOException | UncheckedIOException e) {
                warnings.accept("cannot read " + parent + ": " + e.getMessage());
            }
        }
        return left;
    }

    private static void addIfLeft(
            final Path directory, final List<LeftRings> left, final Consumer<String> warnings)
            throws IOException {
        if (!Files.isReadable(directory) || WriterLock.isHeldOn(directory)) {
            return;
        }
        try {
            final LeftRings found = look(directory, warnings);
            if (!found.isEmpty() || isOld(directory)) {
                left.add(found);
            }
        } catch (final NoSuchFileException e) {
            return; // recovered or closed meanwhile
        }
    }

    /** Whether nobody can be about to lock it. */
    private static boolean isOld(final Path directory) throws IOException {
        return Files.getLastModifiedTime(directory).toMillis()
                < System.currentTimeMillis() - STARTING_MILLIS;
    }

    /**
     * Deletes it if it is empty.
     *
     * @throws IllegalStateException if there is something in it
     */
    public void deleteEmpty() throws IOException {
        if (!isEmpty) {
            throw new IllegalStateException("not empty: " + directory);
        }
        RingDirectory.delete(directory);
    }

    private static LeftRings look(final Path directory, final Consumer<String> warnings)
            throws IOException {
        final Path journal = RingDirectory.journalOf(directory);
        long bytes = 0;
        long sessionId = 0;
        final List<Path> files = RingDirectory.ringFiles(directory);
        for (final Path file : files) {
            try {
                final RingFile ring = RingFile.open(file);
                bytes += new RingReader(ring).backlogBytes();
                sessionId = ring.identity().sessionId();
            } catch (final IOException e) {
                warnings.accept(e.getMessage());
            }
        }
        final boolean isKnown = journal != null && SessionFile.isThere(journal, sessionId);
        return new LeftRings(directory, journal, isKnown, files.isEmpty(), bytes);
    }
}
