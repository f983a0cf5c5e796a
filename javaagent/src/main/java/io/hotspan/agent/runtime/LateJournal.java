package io.hotspan.agent.runtime;

import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
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
    private final BlockSink journal;
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
        journal.append(ring, anchor, startPosition, records, index, lengthBytes);
    }

    @Override
    public synchronized void symbols(final int firstId, final List<String> texts) {
        journal.symbols(firstId, texts);
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
        journal.value(sessionId, valueId, totalBytes, offset, part, index, lengthBytes);
    }

    @Override
    public synchronized void counters(final RingIdentity ring, final RingCounters counters) {
        journal.counters(ring, counters);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        journal.close();
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
