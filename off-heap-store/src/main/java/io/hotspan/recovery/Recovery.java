package io.hotspan.recovery;

import io.hotspan.drain.OutsizeCopier;
import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalReader;
import io.hotspan.journal.JournalWriter;
import io.hotspan.journal.WriterLock;
import io.hotspan.ring.OutsizeValues;
import io.hotspan.ring.RingDirectory;
import io.hotspan.ring.RingFile;
import io.hotspan.ring.RingFormatException;
import io.hotspan.ring.RingReader;
import io.hotspan.ring.SymbolFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings into a journal what dead processes left in their rings. Exactly once: it begins where the
 * journal's own record of the ring ends, and may itself be killed and run again. Rings of a living
 * process are not touched, nor is anybody waited for.
 */
public final class Recovery {
    private static final int MAX_BLOCK_BYTES = 1 << 16;

    private final Path journal;

    private Recovery(final Path journal) {
        this.journal = journal;
    }

    /** Recovery into the journal in a directory. */
    public static Recovery of(final Path journal) {
        return new Recovery(journal);
    }

    /**
     * Recovers every dead session.
     *
     * @param warnings hears, in a line each, of what could not be recovered; the rest is
     * @return bytes of records brought into the journal
     */
    public long recoverAll(final Consumer<String> warnings) throws IOException {
        long bytes = 0;
        for (final Path file : SessionFile.list(journal)) {
            try {
                bytes += recover(file, warnings);
            } catch (final IOException | UncheckedIOException e) {
                warnings.accept("cannot recover the session of " + file + ": " + e.getMessage());
            }
        }
        return bytes;
    }

    private long recover(final Path file, final Consumer<String> warnings) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || !Files.exists(file)) {
                return 0; // another process is at it, or has done it
            }
            final Path rings = SessionFile.rings(file);
            if (rings == null || !Files.isDirectory(rings)) {
                Files.deleteIfExists(file); // the machine was restarted: shared memory is gone
                return 0;
            }
            if (WriterLock.isHeldOn(rings)) {
                return 0;
            }
            checkSession(rings, SessionFile.sessionId(file));
            final long bytes = drain(rings, SessionFile.sessionId(file), warnings);
            RingDirectory.delete(rings);
            Files.deleteIfExists(file);
            return bytes;
        } catch (final OverlappingFileLockException | NoSuchFileException e) {
            return 0; // another thread of this process is at it, or another process has done it
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

    private long drain(final Path rings, final long sessionId, final Consumer<String> warnings)
            throws IOException {
        final Map<Integer, Long> storedUpTo =
                JournalReader.open(journal).ringEndPositions(sessionId);
        long bytes = 0;
        try (JournalWriter writer =
                JournalWriter.open(
                        journal,
                        JournalOptions.newBuilder().sessionId(sessionId).recovers(true).build())) {
            final List<String> symbols = SymbolFile.read(rings);
            if (!symbols.isEmpty()) {
                writer.symbols(1, symbols);
            }
            final OutsizeCopier values = new OutsizeCopier(writer);
            for (final OutsizeValues.Pending value : OutsizeValues.left(rings)) {
                values.copy(sessionId, value);
            }
            for (final Path ring : RingDirectory.ringFiles(rings)) {
                try {
                    final RingFile file = RingFile.open(ring);
                    RingDirectory.checkIdentity(file, sessionId);
                    bytes += drainRing(writer, file, storedUpTo, warnings);
                } catch (final IOException e) {
                    warnings.accept(e.getMessage());
                }
            }
        }
        return bytes;
    }

    private static long drainRing(
            final JournalWriter writer,
            final RingFile file,
            final Map<Integer, Long> storedUpTo,
            final Consumer<String> warnings) {
        final RingReader reader = new RingReader(file);
        reader.skipTo(storedUpTo.getOrDefault(reader.identity().ringNumber(), 0L));
        reader.abandonClaims();
        final long[] highestOrdinal = {0};
        long bytes = 0;
        int blockBytes;
        do {
            blockBytes =
                    reader.read(
                            (position, records, index, lengthBytes) -> {
                                writer.append(
                                        file.identity(),
                                        file.anchor(),
                                        position,
                                        records,
                                        index,
                                        lengthBytes);
                                highestOrdinal[0] =
                                        Math.max(
                                                highestOrdinal[0],
                                                RingReader.highestOrdinal(
                                                        records, index, lengthBytes));
                            },
                            MAX_BLOCK_BYTES);
            bytes += blockBytes;
        } while (blockBytes > 0);
        writer.counters(file.identity(), reader.counters(highestOrdinal[0]));
        if (reader.damagedPosition() >= 0) {
            warnings.accept(
                    "ring "
                            + file.path()
                            + " is damaged at position "
                            + reader.damagedPosition()
                            + ": what was behind it is lost");
        }
        return bytes;
    }
}
