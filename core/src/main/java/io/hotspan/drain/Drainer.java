package io.hotspan.drain;

import io.hotspan.record.ClockAnchor;
import io.hotspan.ring.OutsizeValues;
import io.hotspan.ring.RingCounters;
import io.hotspan.ring.RingPool;
import io.hotspan.ring.RingReader;
import io.hotspan.symbol.SymbolTable;
import io.hotspan.time.AnchorKeeper;
import io.hotspan.time.NanoClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * Moves committed records from the rings to a sink. It copies whole blocks and decodes nothing.
 * What a sink refuses stays in its ring and is offered again, so a full disk costs room and not
 * records.
 */
/* Order: whatever a record refers to must be stored before it. Symbols and outsize values are made
 * before the record that names them is committed; so they are looked at after the ring's tail was read,
 * and stored first. */
public final class Drainer implements Agent {
    /** A block is no longer than this unless its one record is: a reader's cache holds it. */
    public static final int MAX_BLOCK_BYTES = 1 << 16;

    private static final int MIN_BLOCK_BYTES = 1 << 12;
    private static final int BLOCKS_PER_RING_AND_ROUND = 8;
    private static final long HOUSEKEEPING_NANOS = 100_000_000;
    private static final long RETRY_NANOS = 100_000_000;
    private static final long CLAIM_POLL_NANOS = 1_000;
    private static final long CLAIM_WAIT_NANOS = 50_000_000;
    private static final int LAST_CLAIM_WAITS = 20;

    private final RingPool rings;
    private final SymbolTable symbols;
    private final OutsizeValues outsizeValues;
    private final OutsizeCopier outsizeCopier;
    private final BlockSink sink;
    private final NanoClock clock;
    private final AnchorKeeper anchors;
    private final long drainDelayNanos;
    private final FlushRequests flushes;
    private final Consumer<? super Throwable> errors;
    private final Map<RingReader, RingCounters> storedCounters = new HashMap<>();
    private final RingReader.BlockHandler storing = this::store; // once: a round allocates nothing
    private ClockAnchor anchor;
    private RingReader reading;
    private int storedSymbols;
    private long smallBlocksTicks;
    private long housekeepingTicks;
    private long retryTicks;
    private volatile boolean hasBegun;
    private boolean refused;
    private boolean countsOrdinals;
    private long highestOrdinal;

    /**
     * A drainer of a session.
     *
     * @param drainDelayNanos how long a few records may lie in a ring
     * @param errors hears once of whatever keeps the drainer from draining, until that is over
     */
    public Drainer(
            final RingPool rings,
            final SymbolTable symbols,
            final OutsizeValues outsizeValues,
            final BlockSink sink,
            final NanoClock clock,
            final AnchorKeeper anchors,
            final long drainDelayNanos,
            final FlushRequests flushes,
            final Consumer<? super Throwable> errors) {
        this.rings = rings;
        this.symbols = symbols;
        this.outsizeValues = outsizeValues;
        outsizeCopier = new OutsizeCopier(sink);
        this.sink = sink;
        this.clock = clock;
        this.anchors = anchors;
        this.drainDelayNanos = drainDelayNanos;
        this.flushes = flushes;
        this.errors = errors;
        anchor = anchors.anchor();
        smallBlocksTicks = clock.nanoTime();
        housekeepingTicks = smallBlocksTicks;
    }

    @Override
    public void onStart() {
        try {
            sink.open();
        } catch (final RuntimeException | Error e) {
            refuse(e); // the first round tries again
        }
    }

    @Override
    public String roleName() {
        return "hotspan-drainer";
    }

    /** One round over all rings; the work count is the bytes moved. */
    @Override
    public int doWork() {
        final long nowTicks = clock.nanoTime();
        if (refused && nowTicks - retryTicks < 0 && !flushes.isPending()) {
            return 0;
        }
        final FlushRequests.Batch flush = flushes.take();
        final boolean all = !flush.isEmpty() || nowTicks - smallBlocksTicks >= drainDelayNanos;
        try {
            anchor = anchors.anchor();
            final List<RingReader> readers = rings.readers();
            boolean whole = true;
            int bytes = 0;
            for (int i = 0; i < readers.size(); i++) {
                final RingReader reader = readers.get(i);
                if (flush.isEmpty()) {
                    bytes += drain(reader, all);
                } else {
                    whole &= drainToTail(reader);
                }
            }
            if (all) {
                smallBlocksTicks = nowTicks;
            }
            if (!flush.isEmpty() || nowTicks - housekeepingTicks >= HOUSEKEEPING_NANOS) {
                housekeepingTicks = nowTicks;
                keepHouse(readers);
            }
            refused = false;
            if (!hasBegun) {
                hasBegun = bytes > 0 || !flush.isEmpty();
            }
            if (whole) {
                flush.complete();
            } else {
                flushes.putBack(flush);
            }
            return bytes;
        } catch (final RuntimeException | Error e) {
            refuse(e);
            flush.fail(e);
            return 0;
        }
    }

    /**
     * Whether the sink has taken something or refused to. It has not while it makes itself ready,
     * which takes longer than filling a ring.
     */
    boolean hasBegun() {
        return hasBegun;
    }

    private void refuse(final Throwable e) {
        hasBegun = true;
        final boolean isNew = !refused;
        refused = true;
        retryTicks = clock.nanoTime() + RETRY_NANOS;
        if (isNew) {
            errors.accept(e);
        }
    }

    /**
     * Drains what there is, a last time, and closes the sink. The counters that are stored then are
     * those of the records that are: what threads still write is neither.
     */
    @Override
    public void onClose() {
        rings.close();
        final FlushRequests.Batch flush = flushes.close();
        try {
            anchor = anchors.anchor();
            for (final RingReader reader : rings.readers()) {
                drainLast(reader);
            }
            flush.complete();
        } catch (final RuntimeException | Error e) {
            flush.fail(e);
            throw e;
        } finally {
            sink.close();
        }
    }

    private void drainLast(final RingReader reader) {
        highestOrdinal = 0;
        countsOrdinals = true;
        final RingCounters before = reader.counters();
        for (int i = 0; i < LAST_CLAIM_WAITS && !drainToTail(reader); i++) {
            Thread.onSpinWait(); // a writer is in the middle of a claim, or died in it
        }
        final RingCounters now = reader.counters();
        final long recorded =
                reader.hasManyWriters()
                        ? now.recordedSpans() // sealed: no claim came since
                        : Math.max(before.recordedSpans(), highestOrdinal);
        storeCounters(reader, now.withRecordedSpans(recorded));
    }

    /**
     * Moves what a ring has ready, up to a limit.
     *
     * @param all also blocks shorter than {@link #MIN_BLOCK_BYTES}
     */
    private int drain(final RingReader reader, final boolean all) {
        final long backlogBytes = reader.backlogBytes();
        if (backlogBytes == 0 || backlogBytes < MIN_BLOCK_BYTES && !all) {
            return 0;
        }
        reading = reader;
        final long target = reader.headPosition() + backlogBytes;
        int bytes = 0;
        for (int blocks = 0; blocks < BLOCKS_PER_RING_AND_ROUND; blocks++) {
            final int blockBytes = reader.read(storing, MAX_BLOCK_BYTES);
            bytes += blockBytes;
            if (blockBytes == 0 || reader.headPosition() >= target) {
                break;
            }
        }
        return bytes;
    }

    /**
     * Moves everything up to where the tail is now. Where a claim is open, others may have
     * committed behind it: waits for it.
     *
     * @return false if a claim stayed open
     */
    private boolean drainToTail(final RingReader reader) {
        reading = reader;
        final long target = reader.tailPosition();
        final long beginNanos = System.nanoTime(); // not the settable clock: it may stand still
        while (reader.headPosition() < target && reader.damagedPosition() < 0) {
            if (reader.read(storing, MAX_BLOCK_BYTES) == 0) {
                if (System.nanoTime() - beginNanos > CLAIM_WAIT_NANOS) {
                    return false;
                }
                LockSupport.parkNanos(CLAIM_POLL_NANOS);
            }
        }
        return true;
    }

    private void store(
            final long startPosition,
            final DirectBuffer buffer,
            final int index,
            final int lengthBytes) {
        final int symbolCount = symbols.count();
        if (symbolCount > storedSymbols) {
            sink.symbols(storedSymbols + 1, symbols.texts(storedSymbols + 1, symbolCount));
            storedSymbols = symbolCount;
        }
        OutsizeValues.Pending value;
        while ((value = outsizeValues.peek()) != null) {
            outsizeCopier.copy(reading.identity().sessionId(), value);
            outsizeValues.remove();
        }
        sink.append(reading.identity(), anchor, startPosition, buffer, index, lengthBytes);
        if (countsOrdinals) {
            highestOrdinal =
                    Math.max(highestOrdinal, RingReader.highestOrdinal(buffer, index, lengthBytes));
        }
    }

    /** A thread's counters are stored before its ring goes to the next: so its losses are its. */
    private void keepHouse(final List<RingReader> readers) {
        final List<Thread> finished = rings.finished();
        for (int i = 0; i < readers.size(); i++) {
            final RingReader reader = readers.get(i);
            reader.storeAnchor(anchor);
            storeCounters(reader, reader.counters());
        }
        rings.reclaim(finished);
    }

    private void storeCounters(final RingReader reader, final RingCounters counters) {
        if (!counters.equals(storedCounters.get(reader))) {
            sink.counters(reader.identity(), counters);
            storedCounters.put(reader, counters);
        }
    }
}
