package io.hotspan.journal;

import java.io.Closeable;
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
import java.util.concurrent.ThreadLocalRandom;

/**
 * Says that a reader is in a segment, so that retention leaves it: a locked file {@code
 * reader-<pid>-<start>-<random>.lock} in the segment's directory, one for each reader. The file of
 * a reader that died says nothing.
 */
final class ReaderLease implements Closeable {
    private static final String PURPOSE = "reader";
    private static final int ATTEMPTS = 3;

    private final Path file;
    private final FileChannel channel;

    private ReaderLease(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes a lease, before the segment's file is opened.
     *
     * @return null if the reader may not write there, or there is no room: it reads without
     */
    static ReaderLease take(final Path segment) {
        final boolean interrupted = Thread.interrupted(); // it would close the channel
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                final ReaderLease lease = tryToTake(segment);
                if (lease != null) {
                    return lease;
                }
            }
            return null;
        } catch (final IOException e) {
            return null; // the system still keeps a file that is open
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Null if somebody was just looking whether the file is locked. */
    private static ReaderLease tryToTake(final Path segment) throws IOException {
        final String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        final Path file = segment.resolve(LockFiles.prefix(PURPOSE) + "-" + random + ".lock");
        final FileChannel channel =
                FileChannel.open(
                        file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        final ReaderLease lease = new ReaderLease(file, channel);
        try {
            OwnerOnly.letOthersLook(file); // the writer may be another user
            if (channel.tryLock() != null) {
                return lease;
            }
        } catch (final IOException | RuntimeException e) {
            lease.close();
            throw e;
        }
        lease.close();
        return null;
    }

    /** Whether somebody reads a segment. */
    static boolean isHeldOn(final Path segment) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(segment, PURPOSE + "-*.lock")) {
            for (final Path file : files) {
                if (isHeld(file)) {
                    return true;
                }
            }
            return false;
        } catch (final NoSuchFileException | NotDirectoryException e) {
            return false;
        } catch (final DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isHeld(final Path file) throws IOException {
        try {
            return LockFiles.isHeld(file);
        } catch (final NoSuchFileException e) {
            return false; // let go meanwhile
        }
    }

    /** Lets go. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
