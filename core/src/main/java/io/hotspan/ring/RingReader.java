package io.hotspan.ring;

import static io.hotspan.ring.RingDescriptor.*;

import io.hotspan.memory.Memory;
import io.hotspan.record.ClockAnchor;
import io.hotspan.record.RecordDescriptor;
import io.hotspan.record.RecordType;
import io.hotspan.record.RingIdentity;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The reader's side of a ring: hands out runs of whole, committed records and frees their room. One
 * thread at a time.
 */
public final class RingReader {
    /** Takes a run of records; if it throws, the run stays in the ring. */
    @FunctionalInterface
    public interface BlockHandler {
        /**
         * Takes a run.
         *
         * @param startPosition position of the first byte in the ring
         * @param buffer holds the records during the call
         */
        void onBlock(long startPosition, DirectBuffer buffer, int index, int lengthBytes);
    }

    private final RingFile file;
    private final long base;
    private final int capacity;
    private final boolean manyWriters;
    private final UnsafeBuffer buffer;
    private long head;
    private long damagedPosition = -1;
    private boolean isOfTheDead;
    private long highestOrdinal;

    /** Reads a ring of either kind. */
    public RingReader(final RingFile file) {
        this.file = file;
        base = file.address();
        capacity = file.capacityBytes();
        manyWriters = file.kind() == KIND_MANY_WRITERS;
        buffer = new UnsafeBuffer(file.recordsBuffer());
        head = Memory.getLongAcquire(base + HEAD_OFFSET);
    }

    /** Which ring it reads. */
    public RingIdentity identity() {
        return file.identity();
    }

    /** Whether writers may be in the middle of a claim while others have committed behind it. */
    public boolean hasManyWriters() {
        return manyWriters;
    }

    /** How many bytes producers have claimed beyond the head. */
    public long backlogBytes() {
        return Memory.getLongAcquire(base + TAIL_OFFSET) - head;
    }

    /** Where the reader stands. */
    public long headPosition() {
        return head;
    }

    /** Where the producers stand. */
    public long tailPosition() {
        return Memory.getLongAcquire(base + TAIL_OFFSET);
    }

    /** Position at which an impossible record was met, which ends this ring; -1 if none was. */
    public long damagedPosition() {
        return damagedPosition;
    }

    /** What the ring has counted until now. */
    public RingCounters counters() {
        return new RingCounters(
                Memory.getLongAcquire(base + LAST_ORDINAL_OFFSET),
                Memory.getLongAcquire(base + LOST_SPANS_OFFSET),
                Memory.getLongAcquire(base + LOST_RECORDS_OFFSET),
                Memory.getLongAcquire(base + FIRST_LOSS_OFFSET),
                Memory.getLongAcquire(base + LAST_LOSS_OFFSET),
                Memory.getLongAcquire(base + WAITED_NANOS_OFFSET));
    }

    /**
     * What the ring counted, when all that was committed has been read: the writer may have died,
     * or still be, between the START of a span and its counter.
     *
     * <p>Only for the ring of a dead process, after {@link #abandonClaims}.
     */
    public RingCounters lastCounters() {
        final RingCounters now = counters();
        return now.withRecordedSpans(Math.max(now.recordedSpans(), highestOrdinal));
    }

    /** The highest ordinal of a span that opens in a run of records; 0 if none does. */
    public static long highestOrdinal(
            final DirectBuffer records, final int index, final int lengthBytes) {
        long highest = 0;
        for (int offset = 0; offset < lengthBytes; ) {
            final long header = records.getLong(index + offset, ByteOrder.LITTLE_ENDIAN);
            if (isStart(header)) {
                highest = Math.max(highest, RecordDescriptor.ordinal(header));
            }
            offset += Math.max(RecordDescriptor.lengthBytes(header), RecordDescriptor.WORD_BYTES);
        }
        return highest;
    }

    private static boolean isStart(final long header) {
        final int type = RecordDescriptor.type(header);
        return type >= RecordType.START_ROOT && type <= RecordType.START_EXPLICIT;
    }

    /** Keeps the anchor beside the records, for who recovers them. */
    public void storeAnchor(final ClockAnchor anchor) {
        Memory.putLong(base + ANCHOR_EPOCH_NANOS_OFFSET, anchor.epochNanos());
        Memory.putLong(base + ANCHOR_TICKS_OFFSET, anchor.ticks());
    }

    /** The times of losses are those of the next thread from now on. Nobody writes meanwhile. */
    void forgetLossTimes() {
        Memory.putLong(base + FIRST_LOSS_OFFSET, 0);
        Memory.putLong(base + LAST_LOSS_OFFSET, 0);
    }

    /** Skips records that the journal has already. */
    public void skipTo(final long position) {
        if (position > head) {
            moveHead(position);
        }
    }

    /**
     * Hands the next run of committed records to the handler, and frees its room when the handler
     * returns.
     *
     * @param maxBytes the run is no longer than this, unless its one record is
     * @return length of the run in bytes; 0 if nothing was committed
     */
    public int read(final BlockHandler handler, final int maxBytes) {
        final long tail = Memory.getLongAcquire(base + TAIL_OFFSET);
        final int index = (int) head & capacity - 1;
        final int contiguous = (int) Math.min(tail - head, capacity - index);
        final int runBytes =
                manyWriters || isOfTheDead || contiguous > maxBytes
                        ? wholeRecords(index, contiguous, maxBytes)
                        : contiguous;
        if (runBytes > 0) {
            handler.onBlock(head, buffer, index, runBytes);
            if (manyWriters) {
                Memory.zero(file.recordsAddress() + index, runBytes);
            }
            moveHead(head + runBytes);
        }
        return runBytes;
    }

    /**
     * Turns the claims of writers that died in them into padding, so that what was committed behind
     * them can be read; from now on no length is believed. Only for the ring of a dead process.
     *
     * @return how many bytes were claimed and never committed
     */
    public long abandonClaims() {
        isOfTheDead = true;
        final long tail = Memory.getLongAcquire(base + TAIL_OFFSET);
        long abandonedBytes = 0;
        for (long position = head; manyWriters && position < tail; ) {
            final int index = (int) position & capacity - 1;
            final long address = file.recordsAddress() + index;
            final long header = Memory.getLong(address);
            final boolean claimed = RecordDescriptor.type(header) == RecordType.CLAIMED;
            // Zeros: the writer died before it could say how much it had claimed.
            final int lengthBytes =
                    header == 0
                            ? RecordDescriptor.WORD_BYTES
                            : RecordDescriptor.lengthBytes(header);
            if (lengthBytes == 0 || lengthBytes > Math.min(tail - position, capacity - index)) {
                break; // damaged, as reading it will tell
            }
            if (header == 0 || claimed) {
                Memory.putLong(
                        address, RecordDescriptor.header(lengthBytes, RecordType.PADDING, 0));
                abandonedBytes += lengthBytes;
            }
            position += lengthBytes;
        }
        return abandonedBytes;
    }

    /** Length of the committed records from an index on, up to a limit. */
    private int wholeRecords(final int index, final int contiguous, final int maxBytes) {
        int runBytes = 0;
        while (runBytes < contiguous) {
            final long header = Memory.getLongAcquire(file.recordsAddress() + index + runBytes);
            if (manyWriters
                    && (header == 0 || RecordDescriptor.type(header) == RecordType.CLAIMED)) {
                break; // not committed yet
            }
            final int lengthBytes = RecordDescriptor.lengthBytes(header);
            if (lengthBytes == 0 || lengthBytes > contiguous - runBytes) {
                damagedPosition = head + runBytes;
                break;
            }
            if (runBytes > 0 && runBytes + lengthBytes > maxBytes) {
                break;
            }
            if (isOfTheDead && isStart(header)) {
                highestOrdinal = Math.max(highestOrdinal, RecordDescriptor.ordinal(header));
            }
            runBytes += lengthBytes;
        }
        return runBytes;
    }

    private void moveHead(final long position) {
        head = position;
        Memory.putLongRelease(base + HEAD_OFFSET, position);
    }
}
