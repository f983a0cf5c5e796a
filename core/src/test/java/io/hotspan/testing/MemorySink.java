package io.hotspan.testing;

import io.hotspan.drain.BlockSink;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RingIdentity;
import io.hotspan.ring.RingCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A sink that keeps what it is given, and can refuse or be stuck. It throws an {@link
 * AssertionError} if its caller breaks the contract: a gap or a repetition in a ring, symbols out
 * of order, parts of a value out of order.
 */
public final class MemorySink implements BlockSink {
    /** A run of records as it came. */
    public record Block(
            RingIdentity ring, ClockAnchor anchor, long startPosition, UnsafeBuffer records) {}

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> symbols = new ArrayList<>();
    private final Map<Long, byte[]> values = new HashMap<>();
    private final Map<Long, Integer> valueLengths = new HashMap<>();
    private final Map<Integer, Long> endPositions = new HashMap<>();
    private final Map<Integer, RingCounters> counters = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private volatile CountDownLatch stuck = new CountDownLatch(0);
    private int refusals;
    private int refused;
    private boolean opened;
    private boolean closed;

    /** Refuses the next calls, so many. */
    public synchronized MemorySink refuse(final int count) {
        refusals = count;
        return this;
    }

    /** Blocks every call from now on. */
    public void block() {
        stuck = new CountDownLatch(1);
    }

    /** Lets the calls go on. */
    public void unblock() {
        stuck.countDown();
    }

    @Override
    public synchronized void open() {
        opened = true;
    }

    @Override
    public void append(
            final RingIdentity ring,
            final ClockAnchor anchor,
            final long startPosition,
            final DirectBuffer records,
            final int index,
            final int lengthBytes) {
        waitWhileStuck();
        synchronized (this) {
            mayRefuse();
            final long expected = endPositions.getOrDefault(ring.ringNumber(), 0L);
            check(
                    startPosition == expected,
                    "block begins at " + startPosition + ", not " + expected);
            final byte[] copy = new byte[lengthBytes];
            records.getBytes(index, copy);
            blocks.add(new Block(ring, anchor, startPosition, new UnsafeBuffer(copy)));
            endPositions.put(ring.ringNumber(), startPosition + lengthBytes);
            calls.add("append");
        }
    }

    @Override
    public void symbols(final int firstId, final List<String> texts) {
        waitWhileStuck();
        synchronized (this) {
            mayRefuse();
            check(firstId == symbols.size() + 1, "symbols begin at " + firstId);
            symbols.addAll(texts);
            calls.add("symbols " + texts);
        }
    }

    @Override
    public void value(
            final long sessionId,
            final long valueId,
            final long totalBytes,
            final long offset,
            final DirectBuffer part,
            final int index,
            final int lengthBytes) {
        waitWhileStuck();
        synchronized (this) {
            mayRefuse();
            final byte[] whole = values.computeIfAbsent(valueId, id -> new byte[(int) totalBytes]);
            check(valueLengths.getOrDefault(valueId, 0) == offset, "part begins at " + offset);
            part.getBytes(index, whole, (int) offset, lengthBytes);
            valueLengths.put(valueId, (int) offset + lengthBytes);
            calls.add("value " + valueId);
        }
    }

    @Override
    public void counters(final RingIdentity ring, final RingCounters newCounters) {
        waitWhileStuck();
        synchronized (this) {
            mayRefuse();
            counters.put(ring.ringNumber(), newCounters);
        }
    }

    @Override
    public synchronized void close() {
        check(!closed, "closed twice");
        closed = true;
    }

    /** The blocks until now. */
    public synchronized List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** The symbols until now; the first has id 1. */
    public synchronized List<String> symbolTexts() {
        return List.copyOf(symbols);
    }

    /** The bytes of an outsize value, if all have come; else null. */
    public synchronized byte[] valueBytes(final long valueId) {
        final byte[] whole = values.get(valueId);
        return whole != null && valueLengths.get(valueId) == whole.length ? whole : null;
    }

    /** What the rings counted when they were last asked, by their numbers. */
    public synchronized Map<Integer, RingCounters> counters() {
        return new TreeMap<>(counters);
    }

    /** Which of append, symbols and value were called, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** How many calls were refused. */
    public synchronized int refusedCount() {
        return refused;
    }

    public synchronized boolean isOpened() {
        return opened;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** All records as text, ring by ring, without padding and threads. */
    public List<String> lines() {
        return RecordText.lines(this);
    }

    private void waitWhileStuck() {
        boolean interrupted = false;
        while (true) {
            try {
                stuck.await();
                break;
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void mayRefuse() {
        check(!closed, "called after close");
        if (refusals > 0) {
            refusals--;
            refused++;
            throw new UncheckedIOException(new IOException("refused"));
        }
    }

    private static void check(final boolean holds, final String problem) {
        if (!holds) {
            throw new AssertionError(problem);
        }
    }
}
