package io.hotspan.journal;

import io.hotspan.block.BlockDecoder;
import io.hotspan.block.BlockKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a journal, also while it is written, in this process or in another one. It needs none of
 * Chronicle's JVM options, only Agrona's, and creates nothing but a lock's file in the segment that
 * it is in, where it may.
 */
public final class JournalReader {
    private final Path directory;
    private final DamageListener listener;

    private JournalReader(final Path directory, final DamageListener listener) {
        this.directory = directory;
        this.listener = listener;
    }

    /**
     * Opens a journal and passes over damaged places in silence; as {@link #open(Path,
     * DamageListener)}.
     */
    public static JournalReader open(final Path directory) {
        return open(directory, damage -> {});
    }

    /**
     * Opens a journal.
     *
     * @param listener hears of damage, here and while reading
     * @throws MissingJvmFlagsException if the JVM lacks the option that Agrona's buffers need
     * @throws JournalException if the directory is not a journal, or is one of a newer version
     */
    public static JournalReader open(final Path directory, final DamageListener listener) {
        JvmFlags.checkForReading();
        final Path absolute = directory.toAbsolutePath();
        JournalDirectory.checkForReading(absolute, listener);
        return new JournalReader(absolute, listener);
    }

    /** A cursor before the first block. The caller closes it. */
    public JournalCursor cursor() {
        return new JournalCursor(directory, listener);
    }

    /**
     * Where the stored records of a session's rings end, by ring number; recovery stores what is
     * behind. Only the newest segments are read, for each begins with what was stored before it.
     */
    public Map<Integer, Long> ringEndPositions(final long sessionId) {
        final Map<Integer, Long> endPositions = new HashMap<>();
        final List<SegmentName> names = JournalDirectory.segments(directory);
        boolean isComplete = false;
        for (int i = names.size() - 1; i >= 0 && !isComplete; i--) {
            if (names.get(i).sessionId() == sessionId) {
                isComplete = collectEndPositions(names.get(i), endPositions);
            }
        }
        return endPositions;
    }

    /** Whether a living process writes records of a session. */
    public boolean isWritten(final long sessionId) {
        return JournalDirectory.segments(directory).stream()
                .filter(name -> name.sessionId() == sessionId)
                .anyMatch(name -> WriterLock.isHeldOn(name.in(directory)));
    }

    /** Whether the segment knows of all earlier ones. */
    private boolean collectEndPositions(
            final SegmentName name, final Map<Integer, Long> endPositions) {
        final BlockDecoder decoder = new BlockDecoder();
        boolean isComplete = false;
        try (SegmentReader segment =
                new SegmentReader(directory, name, decoder, new FileWindow.Memory(), listener)) {
            while (segment.next()) {
                final BlockKind kind = decoder.block().kind();
                if (kind == BlockKind.POSITIONS) {
                    isComplete = true;
                    decoder.block()
                            .forEachPosition(
                                    (ring, end) -> endPositions.merge(ring, end, Math::max));
                } else if (kind == BlockKind.RECORDS) {
                    endPositions.merge(
                            decoder.block().ring().ringNumber(),
                            decoder.block().endPosition(),
                            Math::max);
                }
            }
        } catch (final IOException e) {
            throw new JournalException("cannot close " + segment(name), e);
        }
        return isComplete;
    }

    private Path segment(final SegmentName name) {
        return name.in(directory);
    }
}
