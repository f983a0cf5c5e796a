package io.hotspan.agent.runtime;

import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * A journal whose first segment is made when there is a first class to weave, or a first record:
 * that takes Chronicle Queue some tenths of a second, which a program that traces nothing should
 * not pay.
 */
/* Concurrency: one thread makes the segment ready while the drainer may already want to write; the
 * monitor lets the one wait for the other. */
final class LateJournal implements BlockSink {
    private static final RingCounters NOTHING = new RingCounters(0, 0, 0, 0, 0, 0);

    private final BlockSink journal;
    private final List<String> waiting = new ArrayList<>(); // symbols
    private int firstWaitingId; // 0: none waits
    private boolean isWanted;
    private boolean isClosed;

    LateJournal(final BlockSink journal) {
        this.journal = journal;
    }

    /** Makes the journal ready, on a thread of its own. Does so once. */
    void prepare() {
        synchronized (this) {
            if (isWanted) {
                return;
            }
            isWanted = true;
        }
        final Thread thread = new Thread(this::openNow, "hotspan-journal");
        thread.setDaemon(true);
        thread.setContextClassLoader(LateJournal.class.getClassLoader());
        thread.start();
    }

    /** Not yet; see {@link #prepare}. */
    @Override
    public void open() {}

    @Override
    public synchronized void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        if (isWanted || !isPadding(records, index, lengthBytes)) {
            wake();
            journal.append(ring, anchor, startPosition, records, index, lengthBytes);
        }
    }

    /** Kept until there is a record, for it alone makes them worth a segment. */
    @Override
    public synchronized void symbols(final int firstId, final List<String> texts) {
        if (firstWaitingId == 0) {
            firstWaitingId = firstId;
        }
        waiting.addAll(texts);
    }

    @Override
    public synchronized void value(
            final long sessionId,
            final long valueId,
            final long totalBytes,
            final long offset,
            final DirectBuffer part,
            final int index,
            final int lengthBytes) {
        wake();
        journal.value(sessionId, valueId, totalBytes, offset, part, index, lengthBytes);
    }

    /** What counts nothing is no reason to make a segment. */
    @Override
    public synchronized void counters(final RingIdentity ring, final RingCounters counters) {
        if (isWanted || !counters.equals(NOTHING)) {
            wake();
            journal.counters(ring, counters);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        journal.close();
    }

    /** The drainer comes again if this throws, and so do the symbols. */
    private void wake() {
        isWanted = true;
        if (firstWaitingId != 0) {
            journal.symbols(firstWaitingId, List.copyOf(waiting));
            waiting.clear();
            firstWaitingId = 0;
        }
    }

    /** As what seals a ring that many threads may write to is. */
    private static boolean isPadding(
            final DirectBuffer records, final int index, final int lengthBytes) {
        final long header = records.getLong(index, ByteOrder.LITTLE_ENDIAN);
        return RecordDescriptor.type(header) == RecordType.PADDING
                && RecordDescriptor.lengthBytes(header) == lengthBytes;
    }

    private synchronized void openNow() {
        if (!isClosed) {
            try {
                journal.open();
            } catch (final RuntimeException | Error e) {
                // the first record tries again; if that fails too, the drainer says so, again and
                // again
                Console.say("the journal is not ready", e);
            }
        }
    }
}
