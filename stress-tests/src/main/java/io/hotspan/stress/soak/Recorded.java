package io.hotspan.stress.soak;

import io.hotspan.block.Block;
import io.hotspan.block.BlockKind;
import io.hotspan.journal.Damage;
import io.hotspan.journal.JournalCursor;
import io.hotspan.journal.JournalReader;
import io.hotspan.ring.RingCounters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what the rings counted, while the journal is written: what retention deletes has been seen.
 */
final class Recorded implements AutoCloseable {
    private final JournalCursor cursor;
    private final Map<Integer, RingCounters> byRing = new HashMap<>();
    private final List<Damage> damages = new ArrayList<>();

    Recorded(final Path journal) {
        cursor = JournalReader.open(journal, damages::add).cursor();
    }

    /** Reads what is new. */
    void poll() {
        while (cursor.next()) {
            final Block block = cursor.block();
            if (block.kind() == BlockKind.COUNTERS) {
                byRing.put(block.ring().ringNumber(), block.counters());
            }
        }
    }

    /** Spans that were admitted. */
    long recordedSpans() {
        return byRing.values().stream().mapToLong(RingCounters::recordedSpans).sum();
    }

    /** Spans that found no room. */
    long lostSpans() {
        return byRing.values().stream().mapToLong(RingCounters::lostSpans).sum();
    }

    /** Attributes and the like that found no room. */
    long lostRecords() {
        return byRing.values().stream().mapToLong(RingCounters::lostRecords).sum();
    }

    /** What was not as its writer left it. */
    List<Damage> damages() {
        return damages;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
