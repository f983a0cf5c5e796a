package io.hotspan.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;

/**
 * Tells whether somebody writes to a segment: as long as it has a file {@code
 * writer-<pid>-<start>.lock} on which a lock is held.
 */
public final class WriterLock implements AutoCloseable {
    private static final String ABANDONED = "abandoned";
    private static final String CRASHED = "crashed";

    private final FileChannel channel;
    private final String fileName;

    private WriterLock(final FileChannel channel, final String fileName) {
        this.channel = channel;
        this.fileName = fileName;
    }

    /** Takes the lock of a segment's new directory. */
    public static WriterLock acquire(final Path directory) throws IOException {
        final String fileName = LockFiles.prefix("writer") + ".lock";
        final FileChannel channel =
                FileChannel.open(
                        directory.resolve(fileName),
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OwnerOnly.file(directory));
        try {
            if (channel.tryLock() == null) {
                throw new IOException("somebody else has the lock of a new segment: " + directory);
            }
        } catch (final IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new WriterLock(channel, fileName);
    }

    /** Says that the writer is done here: a segment is sealed. The lock is still to be closed. */
    public void release(final Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(fileName));
    }

    /** Says that the segment was given up. A renamed file takes no room, for there may be none. */
    void releaseAbandoned(final Path directory) throws IOException {
        Files.move(directory.resolve(fileName), directory.resolve(ABANDONED));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Notes that the writer of a segment has crashed, so that nobody need look again. */
    static void markCrashed(final Path directory) throws IOException {
        final Path lockFile = find(directory);
        if (lockFile != null) {
            Files.move(lockFile, directory.resolve(CRASHED));
        }
    }

    /** Whether the writer who took the lock of a directory is alive. */
    public static boolean isHeldOn(final Path directory) {
        return state(directory) == SegmentState.LIVE;
    }

    /** What has become of the writer of the segment in a directory. */
    static SegmentState state(final Path directory) {
        try {
            final Path lockFile = find(directory);
            if (lockFile != null) {
                return LockFiles.isHeld(lockFile) ? SegmentState.LIVE : SegmentState.CRASHED;
            }
            if (Files.exists(directory.resolve(ABANDONED))) {
                return SegmentState.ABANDONED;
            }
            if (Files.exists(directory.resolve(CRASHED))) {
                return SegmentState.CRASHED;
            }
            return Files.exists(directory) ? SegmentState.SEALED : SegmentState.GONE;
        } catch (final NoSuchFileException | NotDirectoryException e) {
            // deleted, or its lock file renamed meanwhile
            return Files.exists(directory) ? state(directory) : SegmentState.GONE;
        } catch (final IOException | DirectoryIteratorException e) {
            return SegmentState.LIVE; // nobody knows
        }
    }

    private static Path find(final Path directory) throws IOException {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, "writer-*.lock")) {
            for (final Path path : paths) {
                return path;
            }
        }
        return null;
    }
}
