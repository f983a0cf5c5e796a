package io.hotspan.recovery;

import io.hotspan.block.BlockDescriptor;
import io.hotspan.drain.OutsizeCopier;
import io.hotspan.journal.JournalOptions;
import io.hotspan.journal.JournalReader;
import io.hotspan.journal.JournalWriter;
import io.hotspan.ring.OutsizeValues;
import io.hotspan.ring.RingDirectory;
import io.hotspan.ring.RingFile;
import io.hotspan.ring.RingReader;
import io.hotspan.ring.SymbolFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Moves what is left in the rings of a dead session to its journal. */
final class RingDrain {
    /** As long as a block may be: the fewer there are, the sooner it is done. */
    private static final int MAX_BLOCK_BYTES = BlockDescriptor.MAX_CONTENT_BYTES;

    private final Path journal;
    private final Supplier<JournalOptions.Builder> options;
    private final Consumer<String> warnings;

    RingDrain(
            final Path journal,
            final Supplier<JournalOptions.Builder> options,
            final Consumer<String> warnings) {
        this.journal = journal;
        this.options = options;
        this.warnings = warnings;
    }

    /** Bytes of records that the journal has now and had not before. */
    long drain(final Path rings, final long sessionId) throws IOException {
        long bytes = 0;
        try (JournalWriter writer =
                JournalWriter.open(
                        journal, options.get().sessionId(sessionId).recovers(true).build())) {
            final Map<Integer, Long> storedUpTo =
                    JournalReader.open(journal).ringEndPositions(sessionId);
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
                    bytes += drainRing(writer, file, storedUpTo);
                } catch (final IOException e) {
                    warnings.accept(e.getMessage());
                }
            }
        }
        return bytes;
    }

    private long drainRing(
            final JournalWriter writer, final RingFile file, final Map<Integer, Long> storedUpTo) {
        final RingReader reader = new RingReader(file);
        reader.skipTo(storedUpTo.getOrDefault(reader.identity().ringNumber(), 0L));
        reader.abandonClaims();
        long bytes = 0;
        int blockBytes;
        do {
            blockBytes =
                    reader.read(
                            (position, records, index, lengthBytes) ->
                                    writer.append(
                                            file.identity(),
                                            file.anchor(),
                                            position,
                                            records,
                                            index,
                                            lengthBytes),
                            MAX_BLOCK_BYTES);
            bytes += blockBytes;
        } while (blockBytes > 0);
        writer.counters(file.identity(), reader.lastCounters());
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
